"""Which visit another may follow, and what the earlier ones to a country left open."""

from dataclasses import dataclass
from typing import Any

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.queries.promises import Open, open_promises
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.models import Observation, Recommendation, Visit
from roadstead.visits.queries.observed import shortfalls
from roadstead.visits.queries.recommended import open_for
from roadstead.visits.queries.rows import Rows, readable

MADE = (VisitState.MADE, VisitState.REPORTED)
OFFERED = 8  # earlier visits to choose from
MOST = 200  # of each kind that are shown


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What is open with a country: recommendations of either side, shortfalls that stand, promises not kept."""

    recommendations: tuple[Recommendation, ...]
    shortfalls: tuple[Observation, ...]
    promises: tuple[Open, ...]

    def __len__(self) -> int:
        return len(self.recommendations) + len(self.shortfalls) + len(self.promises)


def earlier_visits(country: str, viewer: Viewer) -> Rows:
    """The visits that were made to a country, as far as somebody may read them, the latest first."""
    rows = readable(viewer).filter(country=country, state__in=MADE).exclude(kind=VisitKind.RECIPROCAL)
    return rows.order_by("-last_on", "-pk")


def last_visit(country: str, viewer: Viewer) -> Visit | None:
    """The visit that the next one follows by default."""
    return earlier_visits(country, viewer).filter(last_on__lte=clock.today()).first()


def left_open(country: str, viewer: Viewer) -> LeftOpen:
    """What earlier visits and dealings left open with a country; five queries, however much it is."""
    said: Any = open_for(country, viewer)
    short: Any = shortfalls(viewer, country=country).order_by("noted_at", "pk").prefetch_related("states")
    promised = open_promises(viewer, [country])
    return LeftOpen(tuple(said.prefetch_related("states")[:MOST]), tuple(short[:MOST]), tuple(promised[:MOST]))
