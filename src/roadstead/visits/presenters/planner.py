"""The planner: a year of visits as rows, each with a bar over its twelve months, by officer, region or country."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.visits.presenters.shown import OtherShown, VisitShown, other_shown, shown
from roadstead.visits.queries.planner import Planned, undated, year_of

YEARS = range(2004, 2101)  # the programme began in 2004
GROUPS = {
    "officer": gettext_lazy("Lead"),
    "region": gettext_lazy("Region"),
    "country": gettext_lazy("Country"),
    "none": gettext_lazy("Not grouped"),
}
THINNEST = 0.12  # of a month, so that one day can be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a visit, or one of others, and where its bar begins and how long it is, in months."""

    visit: VisitShown | None
    other: OtherShown | None
    country: str
    country_name: str
    days: str
    close: int
    clashes: bool
    x: str
    width: str
    tone: str


def context(query: QueryDict, viewer: Viewer) -> dict[str, Any]:
    """What the page wants; three queries, however many visits there are."""
    year, group = _year(query.get("year", "")), query.get("group", "")
    group = group if group in GROUPS else "officer"
    found = year_of(viewer, year)
    return {
        "year": year,
        "years": [(str(one), str(one)) for one in range(max(YEARS[0], year - 5), min(YEARS[-1], year + 5) + 1)],
        "before": year - 1 if year > YEARS[0] else 0,
        "after": year + 1 if year < YEARS[-1] else 0,
        "group": group,
        "groups": list(GROUPS.items()),
        "sections": _sections(found, group, year),
        "count": sum(one.visit is not None for one in found),
        "others": sum(one.other is not None for one in found),
        "close": sum(bool(one.close) for one in found),
        "months": [MONTHS_3[number] for number in range(1, 13)],
        "undated": [shown(one) for one in undated(viewer)],
    }


def _sections(found: list[Planned], group: str, year: int) -> list[tuple[str, list[Bar]]]:
    names: dict[str, Callable[[Planned], str]] = {
        "officer": lambda one: one.visit.lead.name if one.visit else _("Others’ visits"),
        "region": lambda one: one.region or _("Region not known"),
        "country": lambda one: one.country_name,
        "none": lambda one: "",
    }
    grouped: dict[str, list[Bar]] = {}
    for one in found:
        grouped.setdefault(names[group](one), []).append(_bar(one, year))
    return sorted(grouped.items(), key=lambda pair: fold(pair[0]))


def _bar(one: Planned, year: int) -> Bar:
    begin = _months(max(one.first_on, date(year, 1, 1)), 0)
    end = _months(min(one.last_on, date(year, 12, 31)), 1)
    width = max(THINNEST, end - begin)
    visit, other = shown(one.visit) if one.visit else None, other_shown(one.other) if one.other else None
    return Bar(
        visit=visit,
        other=other,
        country=one.country,
        country_name=one.country_name,
        days=visit.days if visit else other.days if other else "",
        close=one.close,
        clashes=one.clashes,
        x=f"{min(begin, 12 - width):.3f}",
        width=f"{width:.3f}",
        tone=visit.state if visit else "other",
    )


def _months(day: date, further: int) -> float:
    """Where a day lies in its year, in months; `further` days on within the month."""
    return day.month - 1 + (day.day - 1 + further) / monthrange(day.year, day.month)[1]


def _year(text: str) -> int:
    said = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    return said if said in YEARS else clock.today().year
