"""What was typed on visits of the last years: notes, and answers to the checklist."""

from datetime import date, timedelta
from typing import Any

from roadstead.common.invented import Chance, invented
from roadstead.visits.demonstration.heap import Heap, marked, moment, past, uid
from roadstead.visits.demonstration.visits import Made
from roadstead.visits.demonstration.words import NOTES
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.isps import elements
from roadstead.visits.models import ChecklistAnswer, VisitNote
from roadstead.visits.observed_enums import Looked

KEPT = timedelta(days=365 * 2)
TYPED = ("element", "facility", "text")
BEGUN = (VisitState.UNDER_WAY, VisitState.MADE, VisitState.REPORTED)


def type_in(made: Made, heap: Heap, on: date, by: Any) -> None:
    """Notes of a visit, and the checklist of a formal assessment, or of one that is under way."""
    trip = made.trip
    if trip.state not in BEGUN or trip.first is None or trip.first < on - KEPT:
        return
    chance, day = Chance("typed", trip.country, trip.back), past(trip.first, on)
    for number, (element, text) in enumerate(chance.some_of(NOTES, chance.between(1, 3))):
        where = chance.one_of(made.toured) if made.toured and element else None
        at = moment(day, 9 + number)
        heap.add(
            VisitNote(
                uid=uid("note", trip.country, trip.back, number),
                visit=made.visit,
                element=element,
                facility=where,
                text=invented(text),
                stamps={name: _stamp(at.isoformat(), made.lead.pk) for name in TYPED},
                begun_by=made.lead,
                begun_at=at,
                device_at=at,
                **marked(by, at, shared=False),
            )
        )
    if trip.kind is VisitKind.ASSESSMENT or trip.state is VisitState.UNDER_WAY:
        _check(made, heap, chance, day)


def _stamp(at: str, person: int) -> dict[str, Any]:
    return {"revision": 1, "device": at, "at": at, "server": at, "by": person, "name": "demonstration"}


def _check(made: Made, heap: Heap, chance: Chance, day: date) -> None:
    """Most elements seen, a few not, and some that nobody looked at: these have no row."""
    wanted = 30 if made.trip.state is VisitState.UNDER_WAY else 85
    for one in [None, *{each.pk: each for each in made.toured}.values()]:
        for code in elements():
            if code.startswith("GOV") == (one is None) and chance.happens(wanted):
                looked = Looked.SEEN if chance.happens(84) else Looked.NOT_SEEN
                at = moment(day, 10)
                said = {"looked": looked, "device_at": at, "at": at, "server_at": at, "by": made.lead}
                heap.add(ChecklistAnswer(visit=made.visit, facility=one, element=code, **said))
