"""What ships saw at a facility, as a part of its page: for who may read both the facility and the arrivals."""

from typing import Any

from roadstead.arrivals.queries.arrivals import readable
from roadstead.arrivals.queries.seen import by_year, calls_at
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.queries.facilities import facility_names

MOST = 50  # calls, the latest


def part(facility: Any, viewer: Viewer) -> dict[str, Any] | None:
    """Counts by year with the calls behind them; None for who may not read arrivals. Four queries."""
    if not viewer.holds(Permission.READ_PROGRAMME):
        return None
    names = {fold(facility.name), *(fold(one.name) for one in facility_names(facility))}
    rows = calls_at(viewer, number=facility.number or "", country=facility.country_id, names=names)
    years = by_year(rows)
    calls = list(rows[:MOST]) if years else []
    ships = readable(viewer).in_bulk({one.arrival_id for one in calls}) if calls else {}
    for one in calls:
        one.arrival = ships[one.arrival_id]
    return {
        "years": years,
        "calls": calls,
        "total": sum(one["calls"] for one in years),
        "opens": viewer.holds(Permission.USE_WATCH),
    }
