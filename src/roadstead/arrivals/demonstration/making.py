"""The year, made in parts: first what is expected now, then the rest of it backwards, a part at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from roadstead.arrivals.actions.inventing import Invented, keep_invented
from roadstead.arrivals.demonstration import documents as invention
from roadstead.arrivals.demonstration.documents import Json
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.queries.arrivals import readable
from roadstead.arrivals.queries.invented import A_DAY, RESERVE, VOYAGES, beginning, begun
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance
from roadstead.wire.incoming.jsonnotice import one
from roadstead.wire.incoming.value import Incoming

AHEAD, BEHIND = timedelta(days=10), timedelta(days=1)
PART = 1_500  # notices of one part; about three seconds of work
UPDATED = 20  # of a hundred notices


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: who takes the notices in, and the watch who decides; None where there is none."""

    by: Viewer
    watch: Viewer | None = None


def make(*, cast: Cast, most: int | None = None) -> int:
    """Take in what is expected in the next days, where there is nothing yet; how many. Raises PermissionDenied.

    most: at most so many of them. What came before is made by `go_on`, while the demonstration runs.
    """
    if readable(cast.by).exists():
        return 0
    now = clock.now()
    until = (now + RESERVE).date()
    first = VOYAGES - round((RESERVE + BEHIND).days * A_DAY)
    last = VOYAGES - round((RESERVE - AHEAD).days * A_DAY)
    if most is not None:
        last = min(last, first + most - 1)
    return keep(first, last, until, cast=cast)


def backwards(*, cast: Cast, most: int = PART) -> int:
    """Make the next part of what came before; how many, 0 where the year is whole. Raises PermissionDenied."""
    there = begun()
    if there is None:
        return 0
    if there.first <= beginning():
        return 0
    return keep(max(beginning(), there.first - most), there.first - 1, there.until, cast=cast)


def keep(first: int, last: int, until: date, *, cast: Cast) -> int:
    """Make the notices of some voyages and keep them; how many."""
    now = clock.now()
    found = [_invented(told, now) for told in invention.documents(first, last, until)]
    name = f"invented {first}-{last} until {until.isoformat()}.jsonl"
    kept = keep_invented(notices=list(_whole(found)), name=name, watch=cast.watch, by=cast.by)
    return int(kept.counts.get("new", 0))


def _whole(found: Iterable[Invented | None]) -> Iterator[Invented]:
    return (one for one in found if one is not None)


def _invented(told: Json, now: datetime) -> Invented | None:
    """A notice with its history; None for what no reader takes."""
    first = given(told)
    if first is None:
        return None
    received = min(first.created or now, now)
    first.received_at = received + timedelta(minutes=Chance("received", first.number).between(1, 9))
    chance = Chance("updated", first.number)
    if not chance.happens(UPDATED) or first.eta is None:
        return Invented(first)
    at = received + timedelta(hours=chance.between(4, 60))
    if at > min(now, first.eta):
        return Invented(first)
    second = given(invention.shifted(told, chance.between(-5, 9), at))
    if second is not None:
        second.received_at = at
    return Invented(first, second)


def given(told: Json) -> Given | None:
    """A document as it is read; None for what no reader takes."""
    found = one(told, "invented")
    return Given(found) if isinstance(found, Incoming) else None
