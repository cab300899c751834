"""Every look at an element, and at what was recommended, on visits that were made: the days, and what was lacking."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.visits.enums import VisitKind
from roadstead.visits.models import ChecklistAnswer, Recommendation, Review, Visit
from roadstead.visits.observed_enums import Found, Looked
from roadstead.visits.queries.clocks import MADE


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One answer of a checklist. facility: None for the State; lacking: it was looked for, and not seen."""

    country: str
    element: str
    facility: int | None
    on: date
    lacking: bool


def days_of_visits(viewer: Viewer, country: str = "") -> dict[int, tuple[str, date]]:
    """The country and the last day of every visit that somebody may read and that was made; one query."""
    rows: Any = Visit.objects.visible_to(viewer).filter(state__in=MADE, last_on__isnull=False).order_by()
    rows = rows.exclude(kind=VisitKind.RECIPROCAL)  # nobody looked at anything in the country
    rows = rows.filter(country=country) if country else rows
    return {pk: (code, last) for pk, code, last in rows.values_list("pk", "country", "last_on")}


def looks_at(
    elements: Collection[str], days: Mapping[int, tuple[str, date]], viewer: Viewer, *, country: str = ""
) -> list[LookedAt]:
    """Every look at some elements on visits, with their days (`days_of_visits`). What nobody looked at is left out."""
    visits: Any = Visit.objects.visible_to(viewer).filter(state__in=MADE).order_by()
    visits = visits.filter(country=country) if country else visits
    rows: Any = ChecklistAnswer.objects.visible_to(viewer).filter(visit__in=visits.values("pk"))
    rows = rows.filter(looked__in=(Looked.SEEN, Looked.NOT_SEEN), element__in=sorted(elements)).order_by()
    found = rows.values_list("visit", "element", "facility", "looked") if elements else ()
    return [
        LookedAt(days[visit][0], element, facility, days[visit][1], looked == Looked.NOT_SEEN)
        for visit, element, facility, looked in found
        if visit in days
    ]


def reviewed_again(
    days: Mapping[int, tuple[str, date]], viewer: Viewer, *, country: str = ""
) -> list[tuple[int, date, bool]]:
    """What later visits found of what was recommended about an observation: its key, the day, whether it is lacking.

    What is done in part is lacking still; what nobody looked at is left out. Two queries.
    """
    advised: Any = Recommendation.objects.visible_to(viewer).filter(observation__isnull=False).order_by()
    advised = advised.filter(country=country) if country else advised
    about = dict(advised.values_list("pk", "observation"))
    rows: Any = Review.objects.visible_to(viewer).exclude(found=Found.NOT_LOOKED_AT).order_by()
    rows = rows.filter(recommendation__in=advised.values("pk"))
    return [
        (about[recommendation], days[visit][1], found != Found.DONE)
        for recommendation, visit, found in rows.values_list("recommendation", "visit", "found")
        if recommendation in about and visit in days
    ]
