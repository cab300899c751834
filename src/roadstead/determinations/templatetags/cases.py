"""What the pages of other apps need to show the cases of a country."""

from django import template

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.presenters import country as presenter
from roadstead.determinations.presenters.country import CaseLine

register = template.Library()


@register.simple_tag
def cases_of(viewer: Viewer, country: str) -> list[CaseLine]:
    """The latest cases of a country."""
    return presenter.cases_of(country, viewer)


@register.simple_tag
def may_open_case(viewer: Viewer, country: str) -> bool:
    """Whether somebody may open a case of a country."""
    return viewer.may(Permission.OPEN_CASES, country=country)
