"""What is on record of a ship: its other arrivals, what was decided of them, and who else claims its number."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from roadstead.arrivals.enums import Disposition
from roadstead.arrivals.models import Arrival
from roadstead.arrivals.queries.past import decided_of, others_of
from roadstead.common.access.viewer import Viewer
from roadstead.core.names import fold

MOST = 25
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Past:
    """rows: pairs of an arrival and its last decision. names: others under this number. more: beyond those shown."""

    rows: list[tuple[Arrival, Any]]
    names: list[str]
    more: int
    denials: int


def past(arrival: Arrival, viewer: Viewer) -> Past:
    """Other arrivals of the same IMO number that somebody may read, the latest first. Two queries; none without one."""
    if not arrival.imo:
        return Past([], [], 0, 0)
    held = list(others_of(arrival, viewer))
    decided = decided_of(held)
    same = fold(arrival.ship)
    names = sorted({one.ship for one in held if one.ship and fold(one.ship) != same and same})
    denied = [
        one
        for one in held
        if (last := decided.get(one.pk))
        and last.kind == Disposition.DENIED
        and arrival.eta - A_YEAR <= last.decided_at <= arrival.eta
    ]
    rows = [(one, decided.get(one.pk)) for one in held[:MOST]]
    return Past(rows, names, max(len(held) - MOST, 0), len(denied))
