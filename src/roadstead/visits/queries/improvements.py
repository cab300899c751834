"""What was recommended over the years and what became of it, facility by facility."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F

from roadstead.visits.models import Review
from roadstead.visits.observed_enums import RecommendationState, Side
from roadstead.visits.queries.recommended import Rows


@dataclass(frozen=True, slots=True)
class ImprovementsAsked:
    """What is asked of the page; an empty field asks nothing. facility: a number, 0 for all."""

    country: str = ""
    facility: int = 0
    toward: str = Side.HOST.value


def find_improvements(rows: Rows, asked: ImprovementsAsked) -> Rows:
    """What fits, by country, facility (the State itself first) and day; what was withdrawn asked for nothing."""
    rows = rows.exclude(state=RecommendationState.WITHDRAWN)
    if asked.country:
        rows = rows.filter(country=asked.country)
    if asked.facility:
        rows = rows.filter(facility=asked.facility)
    if asked.toward:
        rows = rows.filter(toward=asked.toward)
    return rows.order_by("country__name", F("facility_id").asc(nulls_first=True), "made_at", "pk")


def reviews_by_recommendation(rows: list[Any]) -> dict[int, list[Review]]:
    """What visits found of some recommendations that were read for a viewer, the first first; one query."""
    found: dict[int, list[Review]] = {}
    keys = [one.pk for one in rows]
    for one in Review.objects.filter(recommendation__in=keys).stated().order_by("at", "pk") if keys else ():
        found.setdefault(one.recommendation_id, []).append(one)
    return found
