"""Hours of work against hours of rest, over a stretch that is on record.

What lies outside the stretch on record is not judged. A breach that shows within it is sure, for work that nobody
recorded could only make it worse; that the rest was kept is said only of periods that are on record as a whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from roadstead.core.advisory import Citation
from roadstead.core.moment import Moment
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

DAY, WEEK = timedelta(hours=24), timedelta(days=7)
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class RestLimits:
    """The least rest, as one text asks it. In a day it may be split into `periods`, one of them of `longest`;
    between two periods of rest lies at most `between`.
    """

    id: str
    title: str
    start: Moment
    day_rest: timedelta
    week_rest: timedelta
    periods: int
    longest: timedelta
    between: timedelta
    note: str
    citation: Citation

    @property
    def day_work(self) -> timedelta:
        """The most work in any day that leaves the rest."""
        return DAY - self.day_rest

    @property
    def week_work(self) -> timedelta:
        """The most work in any seven days that leaves the rest."""
        return WEEK - self.week_rest


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A stretch of time, from one moment until another after it. Raises ValueError for one that ends first."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"it ends on {self.end.isoformat()}, which is not after {self.start.isoformat()}")

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def shared(self, other: "Stretch") -> timedelta:
        """How long both last at once."""
        return max(min(self.end, other.end) - max(self.start, other.start), NOTHING)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One place where the rest was too short. code: day | week | split | between; found: the rest there (of split the
    longest periods together; of between the work on end), against what is asked.
    """

    code: str
    window: Stretch
    found: timedelta
    asked: timedelta


@dataclass(frozen=True, slots=True)
class Rest:
    """Whether the rest was kept, and where it was not. kept: unknown where less than seven days are on record."""

    kept: Truth
    kept_by_day: Truth
    shortfalls: tuple[Shortfall, ...]


def rest_kept(work: Sequence[Stretch], on_record: Stretch, limits: RestLimits) -> Rest:
    """Judge the work of one person. Work outside the stretch on record is left out."""
    worked = merged([one for one in work if one.shared(on_record) > NOTHING])
    worked = [Stretch(max(one.start, on_record.start), min(one.end, on_record.end)) for one in worked]
    by_day = [*_short("day", worked, DAY, limits.day_rest), *_between(worked, limits)]
    by_day += _split(worked, on_record, limits)
    by_week = list(_short("week", worked, WEEK, limits.week_rest))
    day = NO if by_day else (YES if on_record.length >= DAY else UNKNOWN)
    kept = NO if by_day or by_week else (YES if on_record.length >= WEEK else UNKNOWN)
    return Rest(kept, day, (*by_day, *by_week))


def merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The same time as stretches that neither touch nor overlap, in order."""
    found: list[Stretch] = []
    for one in sorted(stretches):
        if found and one.start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return found


def _short(code: str, worked: list[Stretch], length: timedelta, asked: timedelta) -> Iterator[Shortfall]:
    """The window with the least rest, if it has too little. It begins where work does, or ends where work does."""
    windows = [window for one in worked for window in (_from(one.start, length), _from(one.end - length, length))]
    found = [(length - sum((one.shared(window) for one in worked), NOTHING), window) for window in windows]
    rest, window = min(found, key=lambda pair: (pair[0], pair[1].start), default=(asked, None))
    if window is not None and rest < asked:
        yield Shortfall(code, window, rest, asked)


def _from(start: datetime, length: timedelta) -> Stretch:
    return Stretch(start, start + length)


def _between(worked: list[Stretch], limits: RestLimits) -> list[Shortfall]:
    return [Shortfall("between", one, one.length, limits.between) for one in worked if one.length > limits.between]


def _split(worked: list[Stretch], on_record: Stretch, limits: RestLimits) -> Iterator[Shortfall]:
    """Days from the beginning of work on, in which the longest periods do not make the rest, or none is long enough."""
    for one in worked:
        window = _from(one.start, DAY)
        if window.end > on_record.end:
            continue
        rests = sorted((rest.length for rest in gaps(window, worked)), reverse=True)[: limits.periods]
        together = sum(rests, NOTHING)
        if sum((other.shared(window) for other in worked), NOTHING) > limits.day_work:
            continue  # told by the day as a whole
        if together < limits.day_rest:
            yield Shortfall("split", window, together, limits.day_rest)
        elif rests[0] < limits.longest:
            yield Shortfall("split", window, rests[0], limits.longest)


def gaps(whole: Stretch, taken: Sequence[Stretch]) -> list[Stretch]:
    """What is left of a stretch once others are taken out of it."""
    found, at = [], whole.start
    for one in merged([one for one in taken if one.shared(whole) > NOTHING]):
        if one.start > at:
            found.append(Stretch(at, one.start))
        at = max(at, one.end)
    if at < whole.end:
        found.append(Stretch(at, whole.end))
    return found
