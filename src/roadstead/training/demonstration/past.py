"""Courses of past years, with delegates of many countries: what training is measured by. All of it is invented."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented, person
from roadstead.registry.demonstration import Land
from roadstead.registry.reach import person_of
from roadstead.training.actions.certifying import new_code
from roadstead.training.actions.inventing import invent_courses
from roadstead.training.demonstration.words import PLACES, POSITIONS, SAID, SELECTED, WORKPLACES
from roadstead.training.enums import NominationState, OfferingState
from roadstead.training.models import Certificate, Nomination, Offering

COURSES = ("ips-isps", "ips-drills", "ips-audits", "ips-assessment-plan", "ips-legislation", "imo-3-21", "imo-3-24")
YEARS, A_YEAR = 6, 5  # how far back, and how many courses a year
COUNTRIES = 14  # whose people come to one course
N = NominationState


def uid(*about: object) -> UUID:
    """The name of something invented, the same at every start."""
    return uuid5(NAMESPACE_URL, "/".join(map(str, ("roadstead/training", *about))))


def enter_past(found: Sequence[Land], on: date, by: Viewer) -> int:
    """Enter the courses of past years; how many."""
    offerings, nominations, certificates = [], [], []
    for number in range(YEARS * A_YEAR):
        chance = Chance("training", number)
        first = on - timedelta(days=60 + number * (365 // A_YEAR) + chance.between(0, 40))
        offering = _offering(number, first, chance, found, by)
        offerings.append(offering)
        for land in chance.some_of(found, COUNTRIES):
            for place in range(chance.between(1, 3)):
                one = _nomination(offering, land, place, by)
                nominations.append(one)
                if one.state == N.ATTENDED:
                    certificates.append(_certificate(one, offering, by))
        offering.seats = max(offering.seats, sum(one.offering is offering for one in nominations))
    return invent_courses(offerings=offerings, nominations=nominations, certificates=certificates, by=by)


def _offering(number: int, first: date, chance: Chance, found: Sequence[Land], by: Viewer) -> Any:
    land, person_ = chance.one_of(found), person_of(by)
    made = moment(first - timedelta(days=120))
    return Offering(
        uid=uid("past", number),
        course=chance.one_of(COURSES),
        body=chance.one_of(("programme", "programme", "APEC", "OAS", "SPC")),
        country_id=land.code,
        place=invented(f"{chance.one_of(PLACES)}, {land.name}"),
        first_on=first,
        last_on=first + timedelta(days=chance.between(2, 4)),
        nominate_by=first - timedelta(days=30),
        seats=30,
        language="English",
        state=OfferingState.HELD,
        made_by_id=person_,
        made_at=made,
        changed_at=made,
        mark=Mark.PUBLIC,
        mark_reason=invented("Everyone may know of past courses."),
        marked_by_id=person_,
        marked_at=made,
    )


def _nomination(offering: Any, land: Land, place: int, by: Viewer) -> Any:
    chance = Chance("delegate", offering.uid, land.code, place)
    state = chance.one_of((N.ATTENDED,) * 8 + (N.PARTLY, N.ABSENT))
    came, at = state in (N.ATTENDED, N.PARTLY), moment(offering.nominate_by)
    return Nomination(
        uid=uid("delegate", offering.uid, land.code, place),
        offering=offering,
        country_id=land.code,
        name=invented(person(land.code, land.subregion, chance, set()).latin),
        position=chance.one_of(POSITIONS),
        workplace=invented(chance.one_of(WORKPLACES)),
        state=state,
        why=SELECTED,
        useful=chance.between(3, 5) if came else None,
        said=invented(chance.one_of(SAID)) if came and chance.happens(40) else "",
        nominated_by_id=person_of(by),
        nominated_at=at,
        changed_at=moment(offering.last_on),
    )


def _certificate(one: Any, offering: Any, by: Viewer) -> Any:
    given = {"given_on": offering.last_on, "given_by_id": person_of(by)}
    return Certificate(nomination=one, code=new_code(), name=one.name, **given)


def moment(day: date) -> datetime:
    """Nine in the morning of a day."""
    return datetime.combine(day, time(9), UTC)
