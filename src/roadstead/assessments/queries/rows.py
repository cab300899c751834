"""Self-assessments that somebody may read, and the lists of them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q

from roadstead.assessments.enums import Standing, State
from roadstead.assessments.models import Answer, SelfAssessment
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows_where

MOST_WORDS = 8
OPEN = "open"  # not ended
ORDERS: dict[str, Any] = {
    "country": F("country__name"),
    "asked_of": F("asked_of"),
    "state": F("state"),
    "submitted": F("submitted_at"),
    "changed": F("changed_at"),
}
Rows = GuardedQuerySet[SelfAssessment]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a list; an empty field asks nothing."""

    text: str = ""
    country: str = ""
    asked_of: str = ""
    state: str = ""
    sort: str = "-changed"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a questionnaire is: questions, those that have an answer, and what the programme made of them."""

    questions: int = 0
    answered: int = 0
    validated: int = 0
    questioned: int = 0

    @property
    def left(self) -> int:
        return self.questions - self.answered


def self_assessments(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return SelfAssessment.objects.visible_to(viewer)


def find(rows: Rows, asked: Asked) -> Rows:
    """The rows that fit, in the order asked for."""
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(occasion__icontains=word) | Q(country__name__icontains=word))
    if asked.country:
        rows = rows.filter(country=asked.country)
    if asked.asked_of:
        rows = rows.filter(asked_of=asked.asked_of)
    if asked.state == OPEN:
        rows = rows.exclude(state__in=(State.VALIDATED, State.WITHDRAWN))
    elif asked.state:
        rows = rows.filter(state=asked.state)
    order, down = ORDERS[asked.sort.removeprefix("-")], asked.sort.startswith("-")
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "-pk")


def with_names(rows: Any) -> Any:
    """The same with the names that a page shows; those of facilities are read for the viewer."""
    return rows.select_related("country", "begun_by", "submitted_by", "ended_by")


def progress_of(rows: Collection[SelfAssessment]) -> dict[int, Progress]:
    """How far some questionnaires are, that were read for a viewer; one query."""
    counted = Answer.objects.filter(assessment__in=[one.pk for one in rows]).stated().order_by().values("assessment")
    found: Any = counted.annotate(
        questions=Count("pk"),
        answered=Count("pk", filter=~Q(said="")),
        validated=Count("pk", filter=Q(standing=Standing.VALIDATED)),
        questioned=Count("pk", filter=Q(standing=Standing.QUESTIONED)),
    )
    names = ("questions", "answered", "validated", "questioned")
    return {one["assessment"]: Progress(*(one[name] for name in names)) for one in found}


def countries_in(rows: Any) -> list[tuple[str, str]]:
    """The countries of some rows, to narrow a list to."""
    keys = rows.order_by().values("country")
    return list(country_rows_where(Q(pk__in=keys)).order_by("name").values_list("code", "name"))
