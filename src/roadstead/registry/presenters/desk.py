"""What the home of the desk says of portfolios: one's own countries, what waits to be read, and gaps."""

from dataclasses import dataclass

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import HandOver
from roadstead.registry.queries import portfolios
from roadstead.registry.queries.coverage import gaps
from roadstead.registry.queries.handovers import to_read
from roadstead.registry.queries.portfolios import COVER, RESPONSIBLE, Line

MOST_GAPS = 8  # countries that are named


@dataclass(frozen=True, slots=True)
class OnTheDesk:
    """own, covering: assignments in force today; gaps: countries without an officer, code and name."""

    own: tuple[Line, ...]
    covering: tuple[Line, ...]
    to_read: tuple[HandOver, ...]
    gaps: tuple[tuple[str, str], ...]
    more_gaps: int
    may_assign: bool


def on_the_desk(viewer: Viewer) -> OnTheDesk | None:
    """For whoever reads the programme's records; None for others. Three queries."""
    if viewer.user_id is None or not viewer.holds(Permission.READ_PROGRAMME):
        return None
    today = clock.today()
    now = [line for line in portfolios.of_officer(viewer.user_id, today) if line.holds(today)]
    lacking = gaps(today)
    return OnTheDesk(
        own=tuple(line for line in now if line.kind == RESPONSIBLE),
        covering=tuple(line for line in now if line.kind == COVER),
        to_read=tuple(to_read(viewer)),
        gaps=tuple(lacking[:MOST_GAPS]),
        more_gaps=max(len(lacking) - MOST_GAPS, 0),
        may_assign=viewer.may(Permission.ASSIGN_OFFICERS),
    )
