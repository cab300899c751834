"""What the file of a country needs to show its reciprocal visits."""

from typing import Any

from django import template

from roadstead.common.access.viewer import Viewer
from roadstead.hosting.presenters import country_file

register = template.Library()


@register.simple_tag
def hosted_of(viewer: Viewer, country: str) -> dict[str, Any]:
    """What is open, and what took place."""
    return country_file.hosted(country, viewer)
