"""What was seen on a visit, for the page of any app that shows one."""

from typing import Any

from django import template

from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Visit
from roadstead.visits.presenters import observed_part, observed_place

register = template.Library()


@register.simple_tag
def seen_at(facility: Any, viewer: Viewer) -> dict[str, Any]:
    """What templates/visits/observed/facility.html wants: {% seen_at facility viewer as here %}."""
    return observed_place.part(facility, viewer)


@register.simple_tag
def seen_on(visit: Visit, viewer: Viewer) -> dict[str, Any]:
    """What templates/visits/observed/body.html wants: {% seen_on visit viewer as seen %}."""
    return observed_part.part(visit, viewer)
