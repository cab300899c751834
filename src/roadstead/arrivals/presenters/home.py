"""What the watch sees first."""

from typing import Any

from roadstead.arrivals.presenters.lists import ROWS_A_PAGE
from roadstead.arrivals.queries.arrivals import MINE, own_zones
from roadstead.arrivals.queries.changes import open_count
from roadstead.arrivals.queries.queue import QueueAsked, queue
from roadstead.common.access.viewer import Viewer


def at_the_watch(viewer: Viewer) -> dict[str, Any]:
    """The next ships that somebody's zones expect and that want somebody, and how many changed verdicts wait."""
    zone = MINE if own_zones(viewer) else ""
    rows = queue(viewer, QueueAsked(zone=zone))
    return {"next": rows[:ROWS_A_PAGE], "open_changes": open_count(viewer, zone)}
