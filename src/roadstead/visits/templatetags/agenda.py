"""The agenda of a visit, for pages that show the visit."""

from typing import Any

from django import template

from roadstead.common.access.viewer import Viewer
from roadstead.visits.presenters.agenda import agenda_summary

register = template.Library()


@register.simple_tag
def agenda_part(visit: Any, viewer: Viewer) -> dict[str, Any]:
    """What templates/visits/agenda/part.html says: {% agenda_part visit viewer as plan %}."""
    return agenda_summary(visit, viewer)
