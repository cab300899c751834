"""What ships reported of a facility, for the page of any app that shows one."""

from typing import Any

from django import template

from roadstead.arrivals.presenters import seen
from roadstead.common.access.viewer import Viewer

register = template.Library()


@register.simple_tag
def ships_at(facility: Any, viewer: Viewer) -> dict[str, Any] | None:
    """What templates/arrivals/seen/facility.html wants: {% ships_at facility viewer as ships %}."""
    return seen.part(facility, viewer)
