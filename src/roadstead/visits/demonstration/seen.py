"""What was observed on a visit: shortfalls with their reference, strengths, and what goes beyond the Code."""

from datetime import date, timedelta
from typing import Any

from roadstead.common.access.marks import Mark
from roadstead.common.invented import Chance, invented
from roadstead.visits.demonstration.heap import Heap, marked, moment, past, uid
from roadstead.visits.demonstration.visits import Made
from roadstead.visits.demonstration.words import BEYOND, FACILITY, REMARKS, STATE, STRENGTHS, Lack
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.isps import elements
from roadstead.visits.models import Observation, ObservationRemark
from roadstead.visits.observed_enums import ObservationKind, ObservationState

MOST = {VisitKind.ASSESSMENT: (3, 6), VisitKind.SEMINAR: (0, 1), VisitKind.FOLLOW_UP: (1, 2)}
Kind = ObservationKind
BEGUN = (VisitState.UNDER_WAY, VisitState.MADE, VisitState.REPORTED)
Seen = tuple[Any, Lack]  # an observation, and the shortfall that it is


def observe(made: Made, heap: Heap, on: date, host: Any, by: Any) -> list[Seen]:
    """The observations of a visit; those that are shortfalls, with what is recommended about each."""
    trip, found = made.trip, list[Seen]()
    if trip.state not in BEGUN or trip.first is None:
        return found
    chance = Chance("seen", trip.country, trip.back)
    for number in range(chance.between(*MOST.get(trip.kind, (1, 3)))):
        sort = chance.below(100)
        kind = Kind.SHORTFALL if sort < 52 else Kind.STRENGTH if sort < 86 else Kind.BEYOND
        lack = chance.one_of(STATE if chance.happens(18) or not made.toured else FACILITY)
        element, text = (lack.element, lack.seen) if kind is Kind.SHORTFALL else chance.one_of(_good(kind))
        state_wide = element.startswith("GOV") or not made.toured
        day = past(trip.first + timedelta(days=min(number, 2)), on)
        row = Observation(
            uid=uid("observation", trip.country, trip.back, number),
            visit=made.visit,
            country=made.visit.country,
            facility=None if state_wide else chance.one_of(made.toured),
            kind=kind,
            element=element,
            reference=elements()[element].reference if kind is Kind.SHORTFALL else "",
            text=invented(text),
            remark=invented(said) if (said := chance.one_of(REMARKS)) and kind is Kind.SHORTFALL else "",
            noted_by=made.lead,
            noted_at=moment(day, 8 + number),
            changed_at=moment(day, 8 + number),
            # What is found wrong is told to the host in writing; what is good, once its report is released.
            **marked(by, moment(day, 18), shared=trip.made and (kind is not Kind.BEYOND or chance.happens(50))),
        )
        if trip.made and chance.happens(2):
            row.state, row.state_why = ObservationState.WITHDRAWN, invented("Seen wrongly: another gate was meant")
        made.observations.append(heap.add(row))
        if host is not None and row.mark == Mark.PARTNER and chance.happens(15):
            at, key = moment(past(trip.last or day, on), 19), uid("remark", trip.country, trip.back, number)
            heap.add(ObservationRemark(uid=key, observation=row, text=invented(REMARKS[0]), by=host, at=at))
        if kind is Kind.SHORTFALL and row.state == ObservationState.STANDS:
            found.append((row, lack))
    return found


def _good(kind: ObservationKind) -> tuple[tuple[str, str], ...]:
    return STRENGTHS if kind is Kind.STRENGTH else BEYOND


def settle(observation: Any, day: date, why: str) -> None:
    """A shortfall that does not stand any more."""
    observation.state, observation.changed_at = ObservationState.SETTLED, moment(day)
    observation.state_why = why if why.endswith("(invented)") else invented(why)
