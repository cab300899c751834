"""What the pages of other apps need to show the clocks of countries, and the visits of one."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.presenters.clocks import ClockShown, both_shown
from roadstead.visits.presenters.shown import VisitShown, shown
from roadstead.visits.queries.clocks import clocks
from roadstead.visits.queries.rows import readable, shared_with, with_names

MOST = 8  # visits of a country on its file
register = template.Library()


@register.simple_tag
def clocks_of(viewer: Viewer, rows: Iterable[Any], on: date | None = None) -> dict[str, list[ClockShown]]:
    """Both clocks of countries, by code: of codes, of rows of a portfolio or of the coverage board. Three queries."""
    now = clocks([_code(row) for row in rows], on or clock.today(), viewer)
    return {code: both_shown(both) for code, both in now.items()}


@register.filter
def of_country(found: Mapping[str, list[ClockShown]], code: str) -> list[ClockShown]:
    """The clocks of one country among those that were looked up."""
    return found.get(code, [])


@register.filter
def only(code: str) -> list[str]:
    """One country alone, for a look at its clocks."""
    return [code]


@register.simple_tag
def may_plan(viewer: Viewer, country: str) -> bool:
    """Whether somebody may plan a visit to a country."""
    return viewer.may(Permission.PLAN_VISITS, country=country)


@register.simple_tag
def visits_of(viewer: Viewer, country: str, *, shared: bool = False) -> list[VisitShown]:
    """The latest visits to a country; `shared`: those that its partners see."""
    rows = shared_with(viewer) if shared else readable(viewer)
    return [shown(one) for one in with_names(rows.filter(country=country)).order_by("-first_on", "-pk")[:MOST]]


def _code(row: Any) -> str:
    if isinstance(row, str):
        return row
    if isinstance(row, tuple):  # a row of the coverage board, with whether it ends soon
        return str(row[0].code)
    return str(row.line.country)
