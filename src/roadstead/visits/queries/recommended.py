"""Recommendations that somebody may read, those that are open, and what visits found of them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Progress, Recommendation, Review, Visit
from roadstead.visits.observed_enums import RecommendationState
from roadstead.visits.queries.observed import MOST_WORDS, of_own_states, ordered

S = RecommendationState
ENDED = (S.CLOSED, S.WITHDRAWN)
OPEN, OVERDUE = "every_open", "overdue"
ORDERS: dict[str, Any] = {
    "due": F("due_on"),
    "country": F("country__name"),
    "toward": F("toward"),
    "owner": F("owner"),
    "state": F("state"),
    "made": F("made_at"),
}
Rows = GuardedQuerySet[Recommendation]


@dataclass(frozen=True, slots=True)
class RecommendationsAsked:
    """What is asked of a list; an empty field asks nothing. state: one, every_open or overdue; mine: one sees to it."""

    text: str = ""
    country: str = ""
    toward: str = ""
    state: str = OPEN
    mine: str = ""
    sort: str = "due"


def recommendations(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Recommendation.objects.visible_to(viewer)


def shared_recommendations(viewer: Viewer) -> Rows:
    """Of these, what stands between the programme and one's own State, by either side."""
    return recommendations(viewer).filter(of_own_states(viewer), mark=Mark.PARTNER)


def find_recommendations(rows: Rows, asked: RecommendationsAsked, viewer: Viewer) -> Rows:
    """The rows that fit, in the order asked for."""
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(text__icontains=word) | Q(owner__icontains=word))
    if asked.country:
        rows = rows.filter(country=asked.country)
    if asked.mine:
        rows = rows.filter(owner_user=viewer.user_id)
    if asked.toward:
        rows = rows.filter(toward=asked.toward)
    if asked.state in (OPEN, OVERDUE):
        rows = rows.exclude(state__in=ENDED)
        rows = rows.filter(due_on__lt=clock.today()) if asked.state == OVERDUE else rows
    elif asked.state in S.values:
        rows = rows.filter(state=asked.state)
    return ordered(rows, asked.sort, ORDERS, "due")


def with_names(rows: Any) -> Any:
    """The same with the names that a page shows."""
    related = rows.select_related("country", "made_by", "marked_by", "done_by", "ended_by")
    return related.prefetch_related("states")


def open_for(country: str, viewer: Viewer) -> Rows:
    """What is open with a country, whichever side it was recommended to, the first due first."""
    return recommendations(viewer).filter(country=country).exclude(state__in=ENDED).order_by("due_on", "pk")


def left_open_for(visit: Visit, viewer: Viewer) -> Rows:
    """What earlier visits left open for one: made before its first day, and not ended before that.

    What ended since then is still of it, so that the list of a visit does not grow shorter as it is worked through.
    """
    rows = recommendations(viewer).filter(country=visit.country_id).exclude(visit=visit.pk, visit__isnull=False)
    if visit.first_on is None:
        return rows.exclude(state__in=ENDED).order_by("due_on", "pk")
    rows = rows.filter(made_at__date__lt=visit.first_on)
    ended_later = Q(ended_at__isnull=True) | Q(ended_at__date__gte=visit.first_on)
    return rows.filter(ended_later).order_by("due_on", "pk")


def made_on(visit: Visit, viewer: Viewer) -> Rows:
    """What was recommended on a visit."""
    return recommendations(viewer).filter(visit=visit.pk).order_by("made_at", "pk")


def reviews_of(visit: Visit, viewer: Viewer) -> dict[int, Review]:
    """What a visit found, by recommendation."""
    return {one.recommendation_id: one for one in Review.objects.visible_to(viewer).filter(visit=visit.pk)}


def reviews_made_of(recommendation: Recommendation, viewer: Viewer) -> list[Review]:
    """What visits found of one recommendation, the first first."""
    rows = Review.objects.visible_to(viewer).filter(recommendation=recommendation.pk)
    return list(rows.select_related("by").order_by("at", "pk"))


def told_before(recommendation: Recommendation, uid: UUID | None) -> bool:
    """Whether a form told how one that was read for a viewer goes on."""
    rows = Progress.objects.filter(recommendation=recommendation.pk, uid=uid).stated()
    return uid is not None and rows.exists()


def progress_of(recommendation: Recommendation) -> list[Progress]:
    """How one that was read for a viewer went on."""
    return list(Progress.objects.filter(recommendation=recommendation.pk).stated().select_related("by"))
