"""What stands behind the numbers of a year: the visits with what their reports say, what was closed, what is open."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q

from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Recommendation, ReportRelease, Review, Visit
from roadstead.visits.observed_enums import RecommendationState
from roadstead.visits.queries.clocks import MADE, OVERDUE, clocks
from roadstead.visits.queries.report_year import countries_in_scope
from roadstead.visits.report_enums import ReleaseState, ReportText, SectionKind

S = RecommendationState


@dataclass(frozen=True, slots=True)
class CountryYear:
    """Of one country. summaries: what the released report of each visit says first, by visit.

    closed: with how it was and is, the last review's words before the record's own.
    """

    visits: list[Visit] = field(default_factory=list)
    summaries: dict[int, str] = field(default_factory=dict)
    closed: list[tuple[Recommendation, str, str]] = field(default_factory=list)
    open: list[Recommendation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ProgrammeYear:
    """Of the programme. visited: country, name, visits that were made; late: codes overdue without a reason."""

    visited: list[tuple[str, str, int]]
    late: list[str]


def country_year(year: int, on: date, country: str, viewer: Viewer) -> CountryYear:
    """A year of one country, as far as a viewer may read it; `on`: the day as of which things are open."""
    trips = Visit.objects.visible_to(viewer).filter(country=country, last_on__year=year)
    visits = list(trips.select_related("country", "lead").order_by("first_on", "pk"))
    said = Recommendation.objects.visible_to(viewer).filter(country=country)
    closed = list(said.filter(state=S.CLOSED, ended_at__year=year).order_by("ended_at", "pk"))
    still = Q(made_at__date__lte=on) & (Q(ended_at__isnull=True) | Q(ended_at__date__gt=on))
    found = _reviews(closed, viewer)
    told = [(one, *found.get(one.pk, (one.before, one.after))) for one in closed]
    return CountryYear(visits, _summaries(visits, viewer), told, list(said.filter(still).order_by("due_on", "pk")))


def programme_year(year: int, on: date, viewer: Viewer) -> ProgrammeYear:
    """A year of the programme by country."""
    rows = Visit.objects.visible_to(viewer).filter(last_on__year=year, state__in=MADE).order_by()
    counted = rows.values_list("country", "country__name").annotate(n=Count("pk")).order_by("country__name")
    now = clocks(countries_in_scope(), on, viewer)
    late = [code for code, both in now.items() if both.engagement.standing == OVERDUE and not both.engagement.suspended]
    return ProgrammeYear([(code, name, n) for code, name, n in counted], late)


def _summaries(visits: list[Visit], viewer: Viewer) -> dict[int, str]:
    """The first words of the newest released programme version of each."""
    rows = ReportRelease.objects.visible_to(viewer).filter(visit__in=[one.pk for one in visits])
    rows = rows.filter(of=ReportText.PROGRAMME, state=ReleaseState.RELEASED).order_by("settled_at", "pk")
    return {one.visit_id: _first(one.content) for one in rows if visits}


def _first(content: list[dict[str, str]]) -> str:
    return next((one["text"] for one in content if one["section"] == SectionKind.SUMMARY), "")


def _reviews(closed: list[Recommendation], viewer: Viewer) -> dict[int, tuple[str, str]]:
    rows = Review.objects.visible_to(viewer).filter(recommendation__in=[one.pk for one in closed])
    found: Any = rows.order_by("at", "pk") if closed else ()
    return {one.recommendation_id: (one.before, one.after) for one in found if one.before or one.after}
