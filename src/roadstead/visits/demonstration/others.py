"""Visits that embassies and agencies plan, and what was said where one lies close to a visit of the programme."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.registry.reach import person_of
from roadstead.visits.demonstration.ahead import JOINED, OVERLAPPING, SCENES
from roadstead.visits.demonstration.ground import Ground
from roadstead.visits.demonstration.heap import Heap, marked, moment, uid
from roadstead.visits.demonstration.visits import Made
from roadstead.visits.enums import Answer, VisitState
from roadstead.visits.models import Deconfliction, OtherVisit
from roadstead.visits.queries.overlaps import NEAR, OVER

AGENCIES = (
    ("US Customs and Border Protection", "Containers before they are loaded for the United States"),
    ("US Department of Energy", "Radiation detection: upkeep and training"),
    ("US Department of Defense", "Port visit of a ship prepared with the navy"),
    ("US Department of State", "Delegation on maritime matters"),
)
TOLD_BEFORE = 70  # days
WHY = invented("One programme for both: customs in the morning, port security after noon")


@dataclass(frozen=True, slots=True)
class Plan:
    """A visit of others. agency: its place among AGENCIES; answer: what was said of it and ours."""

    agency: int
    first: date
    days: int
    answer: Answer | None = None


def lay_others(
    ground: Ground, visits: Sequence[Made], heap: Heap, on: date, tellers: Mapping[str, Viewer], by: Viewer
) -> None:
    """What others plan in a country. tellers: by country, who tells of it with an account of their own."""
    for number, plan in enumerate(_plans(ground.code, visits, on)):
        agency, purpose = AGENCIES[plan.agency]
        at = moment(min(plan.first - timedelta(days=TOLD_BEFORE), on - timedelta(days=3)))
        last, told_by = plan.first + timedelta(days=plan.days - 1), tellers.get(ground.code)
        other = OtherVisit(
            uid=uid("other", ground.code, number),
            country=ground.country,
            agency=agency,
            first_on=plan.first,
            last_on=last,
            purpose=invented(purpose),
            places=ground.land.capital,
            told_by_id=person_of(told_by or by),
            told_at=at,
            **marked(by, at, shared=told_by is not None),
        )
        heap.add(other)
        for made in visits:
            if _close(made, plan.first, last) and (said := _answer(made, plan)) is not None:
                why = WHY if said in (Answer.COMBINE, Answer.APART) else ""
                when = {"answered_by": made.lead, "answered_at": at}
                heap.add(Deconfliction(visit=made.visit, other=other, answer=said, why=why, **when))


def _plans(code: str, visits: Sequence[Made], on: date) -> Iterator[Plan]:
    """Of the last year and the next; for a scene, on the very days."""
    chance, scene = Chance("others", code), SCENES.get(code)
    ours = next((one.trip.first for one in visits if one.trip.back == "ahead" and one.trip.first), None)
    if scene and ours and scene.more == OVERLAPPING:
        yield Plan(0, ours + timedelta(days=1), 4)
        yield Plan(1, ours + timedelta(days=8), 3)
    if scene and ours and scene.more == JOINED:
        yield Plan(3, ours, 2, Answer.JOIN)
    for _ in range(chance.between(0, 2)):
        yield Plan(chance.below(4), on + timedelta(days=chance.between(-360, 330)), chance.between(2, 6))


def _close(made: Made, first: date, last: date) -> bool:
    trip = made.trip
    if trip.state in OVER or trip.first is None or trip.last is None:
        return False
    return trip.first <= last + NEAR and trip.last >= first - NEAR


def _answer(made: Made, plan: Plan) -> Answer | None:
    """Nothing yet of a visit whose host has had no notice; else one of those with which both stand."""
    if plan.answer is not None or made.trip.state in (VisitState.PROPOSED, VisitState.PLANNED):
        return plan.answer
    return made.trip.chance.one_of((Answer.COMBINE, Answer.APART))
