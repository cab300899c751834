"""Assessments of countries that somebody may read, what they rest on, and what they state."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from roadstead.assessments.country_enums import Stage
from roadstead.assessments.models import CountryAssessment, Source, Statement
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer

MOST_WORDS = 8
OPEN = "live"  # neither settled nor dropped
ORDERS: dict[str, Any] = {
    "country": F("country__name"),
    "occasion": F("occasion"),
    "stage": F("stage"),
    "confidence": F("confidence_on"),
    "settled": F("settled_at"),
    "changed": F("changed_at"),
}
Rows = GuardedQuerySet[CountryAssessment]


@dataclass(frozen=True, slots=True)
class CountriesAsked:
    """What is asked of a list; an empty field asks nothing."""

    text: str = ""
    country: str = ""
    stage: str = ""
    confidence: str = ""
    sort: str = "-changed"


def assessments(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return CountryAssessment.objects.visible_to(viewer)


def find_assessments(rows: Rows, asked: CountriesAsked) -> Rows:
    """The rows that fit, in the order asked for."""
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(occasion__icontains=word) | Q(country__name__icontains=word))
    for name in ("country", "confidence"):
        if value := getattr(asked, name):
            rows = rows.filter(**{name: value})
    if asked.stage == OPEN:
        rows = rows.filter(stage__in=(Stage.DRAFT, Stage.PUT_UP))
    elif asked.stage:
        rows = rows.filter(stage=asked.stage)
    order, down = ORDERS[asked.sort.removeprefix("-")], asked.sort.startswith("-")
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "-pk")


def named(rows: Any) -> Any:
    """The same with the names that a page shows."""
    return rows.select_related("country", "begun_by", "put_up_by", "settled_by")


def of_country(country: str, viewer: Viewer) -> tuple[CountryAssessment | None, CountryAssessment | None]:
    """The assessment that was settled last, and the one that is under way; two queries."""
    rows: Any = named(assessments(viewer).filter(country=country))
    settled = rows.filter(stage=Stage.SETTLED).order_by("-settled_at", "-pk").first()
    return settled, rows.filter(stage__in=(Stage.DRAFT, Stage.PUT_UP)).first()


def sources_of(held: CountryAssessment, *, removed: bool = False) -> list[Source]:
    """The sources of one that was read for a viewer, in their order; removed: those that were taken out."""
    rows: Any = Source.objects.filter(assessment=held.pk, removed_at__isnull=not removed).stated()
    return list(rows.select_related("taken_by").order_by("number"))


def statements_of(held: CountryAssessment) -> dict[str, Statement]:
    """The statements that count, by element."""
    rows: Any = Statement.objects.filter(assessment=held.pk, replaced_at__isnull=True).stated().select_related("by")
    return {one.element: one for one in rows}


def earlier_of(held: CountryAssessment, element: str) -> list[Statement]:
    """What was stated of an element before, the latest first."""
    rows: Any = Statement.objects.filter(assessment=held.pk, element=element, replaced_at__isnull=False).stated()
    return list(rows.select_related("by").order_by("-at", "-pk"))
