"""What a country shows of its commitment, as facts that can be counted; and the order that a reader's weights give.

There is no score of the programme: without weights nothing is ordered but by name, and with them every number that
went into the order stands beside it.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.proportion import Share, share
from roadstead.registry.queries import countries
from roadstead.training.catalogue import gates
from roadstead.training.enums import NominationState
from roadstead.training.models import Nomination
from roadstead.training.queries.offerings import offerings
from roadstead.training.queries.requests import requests
from roadstead.visits.observed_enums import ObservationKind, ObservationState, RecommendationState, Side
from roadstead.visits.queries.clocks import clocks
from roadstead.visits.queries.observed import observations
from roadstead.visits.queries.recommended import recommendations

FACTS = ("closure", "attendance", "requests", "shortfalls", "assessed", "caribbean")
MOST_REQUESTS = 5  # as many count in full; more count no more
MOST_SHORTFALLS = 20
CAME = (NominationState.ATTENDED, NominationState.PARTLY)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A country with its facts. closure: recommendations to it that were closed, of those that were not withdrawn;
    attendance: delegates with a place who came, of those whose course was held; assessed: None where not known.
    """

    code: str
    name: str
    closure: Share
    attendance: Share
    requests: int
    shortfalls: int
    assessed: Any
    caribbean: bool

    def value(self, fact: str) -> float | None:
        """A fact between 0 and 1, as a weight takes it; None where nothing is known."""
        if fact == "closure":
            return self.closure.share
        if fact == "attendance":
            return self.attendance.share
        if fact == "requests":
            return min(1.0, self.requests / MOST_REQUESTS)
        if fact == "shortfalls":
            return min(1.0, self.shortfalls / MOST_SHORTFALLS)
        if fact == "assessed":
            return 1.0 if self.assessed else 0.0
        return 1.0 if self.caribbean else 0.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A country in the order of somebody's weights. parts: fact, its value (None: not known), weight, product.

    unknown: how many facts with a weight are not known: they add nothing, and are said.
    """

    country: Commitment
    parts: tuple[tuple[str, float | None, float, float], ...]

    @property
    def total(self) -> float:
        return sum(product for _fact, _value, _weight, product in self.parts)

    @property
    def unknown(self) -> int:
        return sum(value is None for _fact, value, _weight, _product in self.parts)


def commitments(viewer: Viewer, only: str = "") -> list[Commitment]:
    """The facts of every country, or of one, by name; a fixed number of queries."""
    found = [one for one in countries() if not only or one.code == only]
    closed, of_closure = _closures(viewer, only)
    came, of_places = _attendance(viewer, only)
    asked = _counted(requests(viewer), only)
    lacking: Any = observations(viewer).filter(kind=ObservationKind.SHORTFALL, state=ObservationState.STANDS)
    lacks = _counted(lacking, only)
    days = clocks([one.code for one in found], clock.today(), viewer)
    basin = set(gates().caribbean.countries)
    return [
        Commitment(
            code=one.code,
            name=one.name,
            closure=share(closed[one.code], of_closure[one.code]),
            attendance=share(came[one.code], of_places[one.code]),
            requests=asked[one.code],
            shortfalls=lacks[one.code],
            assessed=days[one.code].assessment.last,
            caribbean=one.code in basin,
        )
        for one in found
    ]


def weighed(found: list[Commitment], weights: dict[str, float]) -> list[Weighed]:
    """Countries in the order of some weights; by name where there is none."""
    rows = [
        Weighed(one, tuple(_part(one, fact, weights[fact]) for fact in FACTS if weights.get(fact))) for one in found
    ]
    return sorted(rows, key=lambda row: (-row.total, row.country.name)) if weights else rows


def _part(one: Commitment, fact: str, weight: float) -> tuple[str, float | None, float, float]:
    value = one.value(fact)
    return fact, value, weight, (value or 0.0) * weight


def _closures(viewer: Viewer, only: str) -> tuple[Counter[str], Counter[str]]:
    rows: Any = recommendations(viewer).filter(toward=Side.HOST).exclude(state=RecommendationState.WITHDRAWN)
    rows = rows.filter(country=only) if only else rows
    closed: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for code, state, number in rows.order_by().values_list("country", "state").annotate(n=Count("pk")):
        every[code] += number
        closed[code] += number if state == RecommendationState.CLOSED else 0
    return closed, every


def _attendance(viewer: Viewer, only: str) -> tuple[Counter[str], Counter[str]]:
    rows: Any = Nomination.objects.for_the_system("how many came, without who they are")
    rows = rows.filter(state__in=(*CAME, NominationState.ABSENT))
    rows = rows.filter(offering__in=offerings(viewer).order_by().values("pk"))
    rows = rows.filter(country=only) if only else rows
    came: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for code, state, number in rows.order_by().values_list("country", "state").annotate(n=Count("pk")):
        every[code] += number
        came[code] += number if state in CAME else 0
    return came, every


def _counted(rows: Any, only: str) -> dict[str, int]:
    found = rows.filter(country=only) if only else rows
    counted: dict[str, int] = defaultdict(int)
    counted.update(found.order_by().values_list("country").annotate(n=Count("pk")))
    return counted
