"""What is planned: a visit in each state for the portfolio that is shown, and what others of the world plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roadstead.common.invented import Chance, invented
from roadstead.registry.demonstration import Land
from roadstead.visits.demonstration.trips import CANCELLED, WHY_STILL, Course, Trip, course_of
from roadstead.visits.enums import VisitKind, VisitState

K, S = VisitKind, VisitState
COUNTERED, OVERLAPPING, JOINED = "countered", "overlapping", "joined"  # what more there is to a scene


@dataclass(frozen=True, slots=True)
class Scene:
    """What is shown of one country. starts: in how many days; None: no days yet. ago: of the visit before, days."""

    kind: VisitKind
    state: VisitState
    starts: int | None
    days: int = 3
    ago: int = 290
    more: str = ""
    still: bool = False


SCENES = {
    "BJ": Scene(K.FOLLOW_UP, S.PLANNED, 75, 1, 340),
    "CI": Scene(K.ASSESSMENT, S.AGREED, 9, 6, 345),
    "CM": Scene(K.LIAISON, S.PROPOSED, None, ago=210),
    "GA": Scene(K.LIAISON, S.CANCELLED, 20, ago=431),
    "GH": Scene(K.JOINT, S.PLANNED, 40, 3, 300, OVERLAPPING),
    "GM": Scene(K.SEMINAR, S.PROPOSED, 210, 3, 33),
    "GQ": Scene(K.LIAISON, S.PROPOSED, 200, ago=640, still=True),
    "LR": Scene(K.LIAISON, S.NOTIFIED, 33, 2, 320, JOINED),
    "NG": Scene(K.LIAISON, S.NOTIFIED, 18, 4, 322, COUNTERED),
    "SL": Scene(K.SEMINAR, S.PLANNED, 120, 3, 250),
    "SN": Scene(K.LIAISON, S.UNDER_WAY, -1, 3, 352),
    "TG": Scene(K.ASSESSMENT, S.MADE, -19, 6, 390),
}
LIKELY = (  # of 100 countries: state, and in how many days it begins
    (8, S.AGREED, (3, 20)),
    (12, S.NOTIFIED, (14, 60)),
    (34, S.PLANNED, (45, 230)),
    (16, S.PROPOSED, (150, 340)),
    (3, S.UNDER_WAY, (-2, 0)),
    (4, S.CANCELLED, (10, 60)),
)


def planned_course(land: Land, on: date) -> Course:
    """How a country is engaged: as its scene wants it, else as chance has it."""
    course, scene = course_of(land.code, on, known=land.code in SCENES), SCENES.get(land.code)
    if not land.ports:
        return replace(course, months=0)
    if scene is None:
        return course
    still = (on - timedelta(days=scene.ago - 90), invented(WHY_STILL[0])) if scene.still else None
    newest = on - timedelta(days=scene.ago)
    # Its newest visit was a formal assessment where the one that is shown is another two years on.
    return Course(land.code, 12, newest, 1 if scene.kind is K.ASSESSMENT else course.assessed, still)


def ahead(course: Course, on: date) -> Iterator[Trip]:
    """What is planned in a country, or under way, or made just now."""
    scene = SCENES.get(course.code)
    if scene is not None:
        yield _trip(course.code, scene.kind, scene.state, on, scene.starts, scene.days)
        return
    if course.still or not course.months:
        return
    chance = Chance("ahead", course.code)
    left = chance.below(100)
    for likely, state, begins in LIKELY:
        if left < likely:
            kind = chance.one_of((K.LIAISON, K.LIAISON, K.ASSESSMENT, K.SEMINAR, K.JOINT))
            starts = chance.between(*begins)
            yield _trip(course.code, kind, state, on, starts, chance.between(2, 5))
            return
        left -= likely


def _trip(code: str, kind: VisitKind, state: VisitState, on: date, starts: int | None, days: int) -> Trip:
    first = None if starts is None else _begins(on, starts)
    last = None if first is None else first + timedelta(days=days - 1)
    why = invented(CANCELLED[0]) if state is S.CANCELLED else ""
    return Trip(code, "ahead", kind, state, first, last, why)


def _begins(on: date, starts: int) -> date:
    """So many days ahead, and then the next Monday; what has begun, or comes within days, is where it is."""
    day = on + timedelta(days=starts)
    return day + timedelta(days=-day.weekday() % 7) if starts > 5 else day
