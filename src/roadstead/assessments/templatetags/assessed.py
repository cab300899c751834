"""What the file of a country needs to show its assessments."""

from typing import Any

from django import template

from roadstead.assessments.presenters import country_file
from roadstead.common.access.viewer import Viewer

register = template.Library()


@register.simple_tag
def assessed_of(viewer: Viewer, country: str) -> dict[str, Any]:
    """The last assessment that was settled, with its confidence, and the one under way."""
    return country_file.assessed(country, viewer)
