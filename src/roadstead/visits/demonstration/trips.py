"""When a country was visited, in twenty years: the clocks of the programme, with what came between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from roadstead.common.invented import Chance, invented
from roadstead.visits.enums import Purpose, VisitKind, VisitState

YEARS = 20
NOT_ENGAGED = 81  # of 100 countries; some 155 are, as the programme says of itself (FAQ: more than 150)
K = VisitKind
# Travel stopped in those months, and was taken up again in May 2021 (facts: GAO-23-105385; Maritime Executive on it).
STOPPED = (date(2020, 3, 16), date(2021, 5, 1))
LASTS = {K.ASSESSMENT: (4, 8), K.LIAISON: (1, 3), K.FOLLOW_UP: (1, 2), K.SEMINAR: (2, 4), K.JOINT: (2, 4)}
PURPOSES = {K.SEMINAR: Purpose.TRAINING, K.FOLLOW_UP: Purpose.SHORTFALL}
CANCELLED = (
    "The host asked to wait until its new director is in office",
    "Elections in that week: nobody would have had time",
    "Country clearance was not given in time",
    "A storm had closed the ports",
    "Two other delegations in the same week; combined with theirs later",
    "Two of the team were ill",
)
WHY_STILL = (
    "Advice against travel to the capital; looked at again every quarter",
    "No access: the host answers none of our letters",
    "The embassy is closed for the time being",
)


@dataclass(frozen=True, slots=True)
class Trip:
    """A visit as planned. back: which of those of the country, counted from the last one; "ahead" and such else."""

    country: str
    back: str
    kind: VisitKind
    state: VisitState
    first: date | None
    last: date | None
    why: str = ""

    @property
    def chance(self) -> Chance:
        return Chance("trip", self.country, self.back)

    @property
    def purpose(self) -> Purpose:
        return PURPOSES.get(self.kind) or (Purpose.REQUEST if self.chance.happens(9) else Purpose.ROUTINE)

    @property
    def made(self) -> bool:
        return self.state in (VisitState.MADE, VisitState.REPORTED)


@dataclass(frozen=True, slots=True)
class Course:
    """How a country is engaged. months: between two visits, 0 where nobody ever goes; still: since when, and why."""

    code: str
    months: int
    newest: date
    assessed: int
    still: tuple[date, str] | None = None


def course_of(code: str, on: date, *, known: bool = False) -> Course:
    """How a country is engaged. known: of a portfolio that is shown, so that it is visited each year."""
    chance = Chance("course", code)
    sort, months = chance.below(100), 24 if chance.happens(11) and not known else 12
    ago, still = chance.between(25, 330), None
    if sort >= NOT_ENGAGED and not known:
        months = 0
    elif sort < 5 and not known:
        ago = chance.between(500, 1_500)
        still = on - timedelta(days=ago - 60), invented(chance.one_of(WHY_STILL))
    elif sort < 13:
        ago = chance.between(372, 700)  # later than its clock allows
    return Course(code, months, on - timedelta(days=ago), chance.below(3), still)


def history(course: Course, on: date) -> Iterator[Trip]:
    """Every visit up to now, the last one first."""
    if not course.months:
        return
    oldest, number, day = on - timedelta(days=365 * YEARS + 5), 0, course.newest
    while day > oldest:
        chance = Chance("slot", course.code, number)
        first = day - timedelta(days=max(0, day.weekday() - 3))  # it begins between Monday and Thursday
        if not STOPPED[0] <= first < STOPPED[1]:
            yield _trip(course, number, first, on, chance)
        number += 1
        day = course.newest - timedelta(days=number * course.months * 30 + number * 5 + chance.between(-35, 35))


def _trip(course: Course, number: int, first: date, on: date, chance: Chance) -> Trip:
    kind = _kind(course, number, chance)
    last = first + timedelta(days=chance.between(*LASTS[kind]))
    said: dict[str, Any] = {"country": course.code, "back": str(number), "kind": kind, "first": first, "last": last}
    if number and chance.happens(5):
        return Trip(**said, state=VisitState.CANCELLED, why=invented(chance.one_of(CANCELLED)))
    fresh = (on - last).days < 45 and chance.happens(60)
    return Trip(**said, state=VisitState.MADE if fresh else VisitState.REPORTED)


def _kind(course: Course, number: int, chance: Chance) -> VisitKind:
    """Each third one is a formal assessment; the visit after it may be there to see what became of it."""
    place = (number + course.assessed) % 3
    if place == 0:
        return K.ASSESSMENT
    sort = chance.below(100)
    if place == 2 and sort < 25:
        return K.FOLLOW_UP
    return K.SEMINAR if sort > 88 else K.JOINT if sort > 80 else K.LIAISON
