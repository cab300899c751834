"""What the watch sees first."""

from typing import Any

from roadstead.arrivals.presenters.lists import ROWS_A_PAGE
from roadstead.arrivals.queries.arrivals import EXPECTED, MINE, Asked, find, own_zones, readable
from roadstead.arrivals.queries.changes import open_count
from roadstead.common.access.viewer import Viewer


def at_the_watch(viewer: Viewer) -> dict[str, Any]:
    """The next ships that somebody's zones expect and that need a look, and how many changed verdicts wait."""
    zone = MINE if own_zones(viewer) else ""
    rows = find(readable(viewer), Asked(zone=zone, when=EXPECTED), viewer)
    return {"next": rows.exclude(outcome="does_not_apply")[:ROWS_A_PAGE], "open_changes": open_count(viewer, zone)}
