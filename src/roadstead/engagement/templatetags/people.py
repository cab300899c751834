"""What the pages of other apps need to show whom to call."""

from django import template

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.presenters.people_part import Reached, people_reached

register = template.Library()


@register.simple_tag
def people_there(viewer: Viewer, country: str = "", organisation: int = 0, facility: int = 0) -> list[Reached]:
    """Who has a part at an organisation or a facility today, or is of a country and has one anywhere."""
    return people_reached(viewer, country=country, organisation=organisation, facility=facility)
