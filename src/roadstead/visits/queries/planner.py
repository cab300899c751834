"""A year of visits, the programme’s and others’: a fixed number of queries, however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    # Held against those of the same country and the same lead alone: against all, a year of 300 takes 90,000 looks.
    by_country, by_lead = _grouped(found)
    inside = [one for one in found if one.first_on <= last and one.last_on >= first]
    inside = [_marked(one, by_country[one.country], by_lead.get(_lead(one), ())) for one in inside]
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


def _grouped(found: list[Planned]) -> tuple[dict[str, list[Planned]], dict[int, list[Planned]]]:
    """The same by country, and those of the programme by the number of their lead."""
    by_country: dict[str, list[Planned]] = {}
    by_lead: dict[int, list[Planned]] = {}
    for one in found:
        by_country.setdefault(one.country, []).append(one)
        if one.visit is not None:
            by_lead.setdefault(_lead(one), []).append(one)
    return by_country, by_lead


def _lead(one: Planned) -> int:
    """The number of who leads; 0 for a visit of others."""
    return one.visit.lead_id if one.visit is not None else 0


def _marked(one: Planned, there: Iterable[Planned], led: Iterable[Planned]) -> Planned:
    """With how many of the country lie close, and whether its lead is elsewhere then."""
    close = sum(_near(one, each) for each in there if each is not one)
    clashes = any(_together(one, each) for each in led if each is not one)
    return replace(one, close=close, clashes=clashes)


def _near(one: Planned, each: Planned) -> bool:
    return each.first_on <= one.last_on + NEAR and each.last_on >= one.first_on - NEAR


def _together(one: Planned, each: Planned) -> bool:
    return each.first_on <= one.last_on and each.last_on >= one.first_on
