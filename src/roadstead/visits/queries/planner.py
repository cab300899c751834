"""A year of visits, the programme’s and others’: a fixed number of queries, however many there are."""

from dataclasses import dataclass
from datetime import date

from roadstead.common.access.viewer import Viewer
from roadstead.visits.enums import VisitState
from roadstead.visits.models import OtherVisit, Visit
from roadstead.visits.queries.overlaps import NEAR, others
from roadstead.visits.queries.rows import readable


@dataclass(frozen=True, slots=True)
class Planned:
    """One visit of a year. close: the other visits to the country within a fortnight; clashes: the lead is elsewhere.

    Exactly one of visit and other is there.
    """

    country: str
    country_name: str
    region: str
    first_on: date
    last_on: date
    visit: Visit | None = None
    other: OtherVisit | None = None
    close: int = 0
    clashes: bool = False


def year_of(viewer: Viewer, year: int) -> list[Planned]:
    """What lies in a year, by its first day, and marks what lies close; two queries. Cancelled visits are left out."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = readable(viewer).exclude(state=VisitState.CANCELLED)
    rows = rows.filter(first_on__lte=last + NEAR, last_on__gte=first - NEAR).select_related("country", "lead")
    theirs = others(viewer).filter(first_on__lte=last + NEAR, last_on__gte=first - NEAR)
    found = [_planned(row, visit=row) for row in rows] + [_planned(row, other=row) for row in theirs]
    marked = [_marked(one, found) for one in found]
    inside = [one for one in marked if one.first_on <= last and one.last_on >= first]
    return sorted(inside, key=lambda one: (one.first_on, one.country_name))


def undated(viewer: Viewer) -> list[Visit]:
    """Proposals without days, the oldest first; one query."""
    rows = readable(viewer).filter(state=VisitState.PROPOSED, first_on__isnull=True)
    return list(rows.select_related("country", "lead").order_by("proposed_at", "pk"))


def _planned(row: Visit | OtherVisit, *, visit: Visit | None = None, other: OtherVisit | None = None) -> Planned:
    assert row.first_on is not None
    assert row.last_on is not None
    country = row.country
    return Planned(country.code, country.name, country.region, row.first_on, row.last_on, visit, other)


def _marked(one: Planned, every: list[Planned]) -> Planned:
    beside = [each for each in every if each is not one]
    close = sum(each.country == one.country and _near(one, each) for each in beside)
    mine = one.visit.lead_id if one.visit else None
    clashes = mine is not None and any(
        each.visit is not None and each.visit.lead_id == mine and _together(one, each) for each in beside
    )
    place = (one.country, one.country_name, one.region)
    return Planned(*place, one.first_on, one.last_on, one.visit, one.other, close, clashes)


def _near(one: Planned, each: Planned) -> bool:
    return each.first_on <= one.last_on + NEAR and each.last_on >= one.first_on - NEAR


def _together(one: Planned, each: Planned) -> bool:
    return each.first_on <= one.last_on and each.last_on >= one.first_on
