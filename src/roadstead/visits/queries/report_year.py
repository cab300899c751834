"""A year of the programme, or of one country, in numbers: visits, clocks, recommendations."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.registry.in_scope import left_out
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.models import Recommendation, Visit
from roadstead.visits.observed_enums import RecommendationState
from roadstead.visits.queries.clocks import MADE, NEVER, OVERDUE, ClockNow, clocks
from roadstead.visits.queries.observed import observations

S = RecommendationState


@dataclass(frozen=True, slots=True)
class Summed:
    """The numbers of a year. Clocks are counted as they stood on `on`: met, late, never; of them with a reason.

    visits: those made, by kind; observations: by kind.
    """

    year: int
    on: date
    visits: dict[str, int]
    cancelled: int
    reported: int
    engagement: tuple[int, int, int, int]
    assessment: tuple[int, int, int, int]
    observations: dict[str, int]
    made: int
    closed: int
    withdrawn: int
    open: int
    overdue: int


def summed(year: int, country: str, viewer: Viewer) -> Summed:
    """A year, of one country or ("") of the programme, as far as a viewer may read it."""
    on = min(date(year, 12, 31), clock.today())
    within = Q(country=country) if country else Q()
    visits = Visit.objects.visible_to(viewer).filter(within, last_on__year=year).order_by()
    kinds = dict(visits.filter(state__in=MADE).values_list("kind").annotate(n=Count("pk")))
    states = dict(visits.values_list("state").annotate(n=Count("pk")))
    seen = observations(viewer).filter(visit__in=visits.values("pk")).exclude(state="withdrawn").order_by()
    said = Recommendation.objects.visible_to(viewer).filter(within).order_by()
    still = Q(made_at__date__lte=on) & (Q(ended_at__isnull=True) | Q(ended_at__date__gt=on))
    counted = said.aggregate(
        made=Count("pk", filter=Q(made_at__year=year)),
        closed=Count("pk", filter=Q(ended_at__year=year, state=S.CLOSED)),
        withdrawn=Count("pk", filter=Q(ended_at__year=year, state=S.WITHDRAWN)),
        open=Count("pk", filter=still),
        overdue=Count("pk", filter=still & Q(due_on__lt=on)),
    )
    codes = [country] if country else countries_in_scope()
    both = clocks(codes, on, viewer)
    return Summed(
        year=year,
        on=on,
        visits={kind: kinds.get(kind, 0) for kind in VisitKind.values},
        cancelled=states.get(VisitState.CANCELLED, 0),
        reported=states.get(VisitState.REPORTED, 0),
        engagement=_standings([one.engagement for one in both.values()]),
        assessment=_standings([one.assessment for one in both.values()]),
        observations=dict(seen.values_list("kind").annotate(n=Count("pk"))),
        **counted,
    )


def countries_in_scope() -> list[str]:
    """The countries with a coast that the programme looks at."""
    out = left_out()
    return [one.code for one in registry.countries() if one.coast == "coastal" and one.code not in out]


def _standings(now: list[ClockNow]) -> tuple[int, int, int, int]:
    late = [one for one in now if one.standing == OVERDUE]
    never = sum(one.standing == NEVER for one in now)
    reasoned = sum(one.suspended is not None for one in now if one.standing in (OVERDUE, NEVER))
    return len(now) - len(late) - never, len(late), never, reasoned
