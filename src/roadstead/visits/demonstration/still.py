"""Why clocks stood still: travel that stopped everywhere in 2020, and what is invented of some countries."""

from datetime import date, timedelta

from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import person_of
from roadstead.visits.demonstration.ground import Ground
from roadstead.visits.demonstration.heap import Heap, moment
from roadstead.visits.demonstration.trips import STOPPED, YEARS, Course
from roadstead.visits.enums import Clock
from roadstead.visits.models import Suspension

EVERYWHERE = "Travel stopped for the pandemic, and was taken up again in May 2021 (GAO-23-105385)"


def stand_still(course: Course, ground: Ground, heap: Heap, on: date, by: Viewer) -> None:
    """Both clocks of a country, as often as they stood still."""
    if not course.months:
        return
    for clock in Clock:
        if STOPPED[0] > on - timedelta(days=365 * YEARS) and STOPPED[1] < on:
            said = {"since": STOPPED[0], "until": STOPPED[1], "why": EVERYWHERE}
            heap.add(_still(ground, clock, by, STOPPED[0], **said))
        if course.still is not None:
            since, why = course.still
            # It may have begun while travel had stopped already.
            heap.add(_still(ground, clock, by, since, since=max(since, STOPPED[1]), until=None, why=why))


def _still(ground: Ground, clock: Clock, by: Viewer, day: date, **said: object) -> Suspension:
    return Suspension(country=ground.country, clock=clock, by_id=person_of(by), at=moment(day), **said)
