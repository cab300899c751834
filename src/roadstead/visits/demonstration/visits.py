"""A planned trip as rows: the visit with its steps, its team, its places and the facilities that are toured there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from roadstead.common.invented import Chance, invented, person
from roadstead.visits.demonstration.ground import Ground
from roadstead.visits.demonstration.heap import Heap, marked, moment, uid
from roadstead.visits.demonstration.trips import Trip
from roadstead.visits.demonstration.words import AIMS, BENEFITS, NOT_TWICE
from roadstead.visits.enums import Clearance, TeamRole, VisitKind, VisitState
from roadstead.visits.models import Leg, LegFacility, TeamMember, Visit, VisitStep

S = VisitState
WAY = (S.PROPOSED, S.PLANNED, S.NOTIFIED, S.AGREED, S.UNDER_WAY, S.MADE, S.REPORTED)
BEFORE = {S.PROPOSED: 150, S.PLANNED: 120, S.NOTIFIED: 55, S.AGREED: 14, S.UNDER_WAY: 0}  # days before the first one
SEATS = {VisitKind.ASSESSMENT: (3, 4), VisitKind.SEMINAR: (1, 3)}
AGENCIES = ("US Customs and Border Protection", "US Department of Energy", "US Department of State")
ASKED = ("GH", "NG")  # whose embassy and agencies have accounts
SHARED = (S.NOTIFIED, S.AGREED, S.UNDER_WAY, S.MADE, S.REPORTED)


@dataclass(slots=True)
class Made:
    """A visit with what was built around it, so far."""

    trip: Trip
    visit: Any
    lead: Any
    team: list[Any] = field(default_factory=list)
    legs: list[Any] = field(default_factory=list)
    toured: list[Any] = field(default_factory=list)
    items: list[Any] = field(default_factory=list)
    observations: list[Any] = field(default_factory=list)
    recommended: list[Any] = field(default_factory=list)
    left: list[Any] = field(default_factory=list)
    reviews: list[Any] = field(default_factory=list)


def build(trip: Trip, ground: Ground, heap: Heap, on: date, by: Any) -> Made:
    """The visit and its parts, on the heap."""
    lead = ground.lead(trip.first or on)
    days = dict(_days(trip, on))
    begun = days[S.PROPOSED]
    visit = heap.add(
        Visit(
            uid=uid("visit", trip.country, trip.back),
            country=ground.country,
            kind=trip.kind,
            purpose=trip.purpose,
            title=invented(f"{trip.kind.label.capitalize()} {(trip.first or on).year}"),
            aim=trip.chance.one_of(AIMS),
            benefit=trip.chance.one_of(BENEFITS),
            first_on=trip.first,
            last_on=trip.last,
            state=trip.state,
            cancelled_why=trip.why,
            **_leave(trip, days),
            **_alone(trip, days, lead),
            lead=lead,
            proposed_by=lead,
            proposed_at=moment(begun),
            changed_at=moment(max(days.values())),
            **marked(by, moment(begun), shared=trip.state in SHARED),
        )
    )
    made = Made(trip, visit, lead)
    _steps(made, days, heap)
    _team(made, ground, heap)
    _places(made, ground, heap)
    return made


def _days(trip: Trip, on: date) -> Iterator[tuple[VisitState, date]]:
    """The day of each step: as long before the visit as it is usually, and never still to come."""
    start = trip.first or on + timedelta(days=100)
    reached = S.PLANNED if trip.state is S.CANCELLED else trip.state
    late = trip.last + timedelta(days=30) if trip.last else start
    spare = len(WAY)
    for number, state in enumerate(WAY[: WAY.index(reached) + 1]):
        usual = start - timedelta(days=BEFORE[state]) if state in BEFORE else trip.last or start
        yield state, min(late if state is S.REPORTED else usual, on - timedelta(days=spare - number))
    if trip.state is S.CANCELLED:
        yield S.CANCELLED, min(start - timedelta(days=9), on - timedelta(days=1))


def _leave(trip: Trip, days: dict[VisitState, date]) -> dict[str, Any]:
    """Country clearance, and the notice to the host."""
    if S.NOTIFIED in days:
        given = trip.state is not S.NOTIFIED
        said = Clearance.GRANTED if given else Clearance.ASKED
        number = Chance("clearance", trip.country, trip.back).between(1_000, 9_999)
        note = invented(f"Clearance {number}")
        return {
            "clearance": said,
            "clearance_on": days[S.NOTIFIED],
            "clearance_note": note if given else "",
            "notice_on": days[S.NOTIFIED],
        }
    if trip.state is S.PLANNED:
        return {"clearance": Clearance.ASKED, "clearance_on": days[S.PLANNED]}
    return {}


def _alone(trip: Trip, days: dict[VisitState, date], lead: Any) -> dict[str, Any]:
    """The step before notice: that nobody comes twice."""
    if S.NOTIFIED not in days:
        return {}
    day = moment(days[S.NOTIFIED] - timedelta(days=1), 15)
    unasked = "" if trip.country in ASKED else invented("No account there; the embassy was asked by telephone")
    words = trip.chance.one_of(NOT_TWICE)
    return {"redundancy": words, "deconflicted_at": day, "deconflicted_by": lead, "unasked_why": unasked}


def _steps(made: Made, days: dict[VisitState, date], heap: Heap) -> None:
    before = ""
    for state, day in days.items():
        why = made.trip.why if state is S.CANCELLED else ""
        heap.add(VisitStep(visit=made.visit, before=before, after=state, at=moment(day), by=made.lead, why=why))
        before = state.value


def _team(made: Made, ground: Ground, heap: Heap) -> None:
    chance = Chance("team", made.trip.country, made.trip.back)
    made.team.append(heap.add(TeamMember(visit=made.visit, person=made.lead, role=TeamRole.LEAD)))
    for one in ground.team(chance, made.lead, chance.between(*SEATS.get(made.trip.kind, (1, 2)))):
        made.team.append(heap.add(TeamMember(visit=made.visit, person=one, role=TeamRole.MEMBER)))
    if made.trip.kind is VisitKind.JOINT or chance.happens(12):
        name, agency = invented(person("US", "", chance, set()).latin), chance.one_of(AGENCIES)
        made.team.append(heap.add(TeamMember(visit=made.visit, name=name, agency=agency, role=TeamRole.OBSERVER)))


def _places(made: Made, ground: Ground, heap: Heap) -> None:
    """The capital on the first day, then ports, as many as there are days."""
    first, last = made.trip.first, made.trip.last
    if first is None or last is None:
        return
    chance = Chance("places", made.trip.country, made.trip.back)
    ports = chance.some_of(sorted(ground.by_port), min(2, (last - first).days or 1))
    capital = ground.land.capital or (ground.land.name if not ports else "")
    stays: list[tuple[Any, str]] = [(None, capital)] if capital else []
    stays += [(ground.by_port[code][0].port, "") for code in ports]
    day, each = first, max(0, (last - first).days // len(stays))
    for number, (port, place) in enumerate(stays, 1):
        day = min(first + timedelta(days=each * (number - 1)), last)
        until = last if number == len(stays) else min(day + timedelta(days=max(0, each - 1)), last)
        travel = {"travel_minutes": chance.between(4, 50) * 5, "travel_by": "car"} if number > 1 else {}
        stay = {"position": number, "port": port, "place": place, "first_on": day, "last_on": until}
        leg = heap.add(Leg(visit=made.visit, **stay, **travel))
        made.legs.append(leg)
        if port is not None:
            _tour(made, leg, ground.by_port[port.pk], chance, heap)


def _tour(made: Made, leg: Leg, there: Any, chance: Chance, heap: Heap) -> None:
    for one in chance.some_of(there, chance.between(1, 3)):
        heap.add(LegFacility(leg=leg, facility=one))
        made.toured.append(one)
