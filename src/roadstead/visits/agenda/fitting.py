"""Whether the times of an agenda fit: what overlaps, where the way is longer than the time for it, what lies outside.

These are hints for people. Two groups may well part, so that nothing is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

OVERLAP, SHORT, UNKNOWN, OUTSIDE = "overlap", "short", "unknown", "outside"


@dataclass(frozen=True, slots=True)
class Stop:
    """An item with a time, by the clocks of its place. way: minutes of travel from the one before, None: not said."""

    purpose: str
    place: str
    starts: datetime
    ends: datetime | None
    way: int | None


@dataclass(frozen=True, slots=True)
class Misfit:
    """What does not fit at a stop. other: the purpose of the stop before; minutes: how far they overlap."""

    kind: str
    other: str = ""
    minutes: int = 0
    way: int = 0
    gap: int = 0


def misfits(stops: Sequence[Stop], first: date | None, last: date | None) -> list[list[Misfit]]:
    """For each stop, in the order of time, what does not fit. first, last: days of the visit, None where not set."""
    found: list[list[Misfit]] = []
    before: Stop | None = None
    for stop in stops:
        said = _against(before, stop) if before else []
        if before is None or _end(stop) >= _end(before):
            before = stop
        if first and last and not first <= stop.starts.date() <= last:
            said.append(Misfit(OUTSIDE))
        found.append(said)
    return found


def _against(before: Stop, stop: Stop) -> list[Misfit]:
    gap = _minutes(_end(before), stop.starts)
    if gap < 0:
        return [Misfit(OVERLAP, before.purpose, minutes=-gap)]
    if stop.way is not None:
        return [Misfit(SHORT, before.purpose, way=stop.way, gap=gap)] if gap < stop.way else []
    places = {one.place.strip().casefold() for one in (before, stop)}
    if len(places) == 2 and "" not in places and before.starts.date() == stop.starts.date():
        return [Misfit(UNKNOWN, before.purpose)]
    return []


def _end(stop: Stop) -> datetime:
    return stop.ends or stop.starts


def _minutes(before: datetime, after: datetime) -> int:
    return int((after - before).total_seconds() // 60)
