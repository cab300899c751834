"""What pages of other parts need of training: its part of the file of a country, a share as a percentage."""

from typing import Any

from django import template

from roadstead.common.access.viewer import Viewer
from roadstead.training.presenters import country_file

register = template.Library()


@register.simple_tag
def trained_in(viewer: Viewer, country: str) -> dict[str, Any]:
    """What was built in a country, what it changed, and what is asked for."""
    return country_file.trained(country, viewer)


@register.simple_tag
def courses_for(viewer: Viewer, observation: Any) -> dict[str, Any]:
    """The courses about the element of a shortfall, and what was asked for to close it."""
    return country_file.courses_for(observation, viewer)


@register.filter
def percent(value: float | None) -> str:
    """A share between 0 and 1 in hundredths, without a fraction."""
    return "" if value is None else f"{value * 100:.0f}\u00a0%"
