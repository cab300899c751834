"""The training year that is under way: courses in every state, delegates, requests in every state, experts, a link."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented, person
from roadstead.registry.demonstration import Land
from roadstead.training.actions import answering, asking, experts, nominating, selecting
from roadstead.training.actions.marking import mark_offering
from roadstead.training.actions.offering import OfferingSaid, offer, step_offering
from roadstead.training.demonstration import words
from roadstead.training.demonstration.past import uid
from roadstead.training.enums import LANGUAGES, NominationState, OfferingState, RequestState, Says
from roadstead.training.models import Offering, Request
from roadstead.training.queries.experts import ExpertsAsked, fits

N, S, R = NominationState, OfferingState, RequestState
COURSES = (  # course, days from now, places, what becomes of it
    ("ips-drills", 35, 6, S.OPEN),
    ("ips-audits", 60, 8, S.OPEN),
    ("ips-isps", 21, 4, S.CLOSED),
    ("ips-assessment-plan", 120, 12, S.PLANNED),
    ("ips-legislation", 150, 10, S.CANCELLED),
)
ASKED: tuple[tuple[str, RequestState], ...] = (
    ("ips-drills", R.OFFERED),
    ("ips-audits", R.TAKEN_UP),
    ("ips-legislation", R.DECLINED),
    ("imo-3-21", R.WITHDRAWN),
    ("ips-assessment-plan", R.ASKED),
)


def enter_year(
    found: Sequence[Land], on: date, by: Viewer, partners: Mapping[str, Viewer], embassies: Mapping[str, Viewer]
) -> None:
    """Offer, ask, nominate, select. partners, embassies: who asks, by country."""
    # First the State whose authority and embassy can be tried out.
    there = set(partners) & {one.code for one in found}
    invited = sorted(there, key=lambda code: (code not in embassies, code))
    offered = {course: _offered(course, days, seats, on, by, invited) for course, days, seats, _to in COURSES}
    _nominated(offered, found, by, partners, invited)
    for course, _days, _seats, to in COURSES:
        _become(offered[course], to, by)
    done: dict[str, Request | None] = {}
    for code in invited[:2]:
        done[code] = _done(code, by, partners[code])
    for place, code in enumerate(invited[:3]):
        for course, state in ASKED[place:] if place else ASKED:
            _asked(code, course, state, offered, by, partners[code], embassies.get(code))
    _experts(found, on, by)
    _sent(next((one for one in done.values() if one is not None), None), on, by)


def _offered(course: str, days: int, seats: int, on: date, by: Viewer, invited: Sequence[str]) -> Offering:
    first = on + timedelta(days=days)
    said = OfferingSaid(
        course=course,
        body="programme",
        place=invented(words.PLACES[days % len(words.PLACES)]),
        first_on=first,
        last_on=first + timedelta(days=3),
        seats=seats,
        nominate_by=first - timedelta(days=14),
        language="English",
        note=invented("Bring the plan of one facility, without what it keeps secret."),
    )
    made = offer(uid=uid("year", course), said=said, by=by)
    if invited and days < 120:
        why = invented("Invited because of what was observed.")
        mark_offering(offering=made, mark=Mark.PARTNER, states=invited, reason=why, by=by)
        made = step_offering(offering=made, to=S.OPEN, by=by)
    return made


def _nominated(
    offered: Mapping[str, Offering],
    found: Sequence[Land],
    by: Viewer,
    partners: Mapping[str, Viewer],
    invited: Sequence[str],
) -> None:
    """More delegates than places: some are selected, some wait, one is withdrawn."""
    lands = {one.code: one for one in found}
    for course in ("ips-drills", "ips-isps"):
        made = [
            _delegate(offered[course], lands[code], place, partners[code]) for code in invited[:4] for place in range(3)
        ]
        seats = offered[course].seats
        for number, one in enumerate(made):
            to, why = (N.SELECTED, words.SELECTED) if number < seats else (N.WAITING, words.WAITS)
            if number < len(made) - 1:  # the last is still to be looked at
                selecting.select(nomination=one, to=to, why=why, by=by)
        if made:
            nominating.withdraw_nomination(nomination=made[0], why=words.ILL, by=partners[invited[0]])


def _delegate(offering: Offering, land: Land, place: int, by: Viewer) -> Any:
    chance = Chance("delegate of the year", offering.course, land.code, place)
    said = nominating.Delegate(
        name=invented(person(land.code, land.subregion, chance, set()).latin),
        position=chance.one_of(words.POSITIONS),
        workplace=invented(chance.one_of(words.WORKPLACES)),
        language="English",
    )
    name = uid("delegate of the year", offering.course, land.code, place)
    return nominating.nominate(uid=name, offering=offering, country=land.code, delegate=said, by=by)


def _become(offering: Offering, to: OfferingState, by: Viewer) -> None:
    if to == S.CLOSED and offering.state == S.OPEN:
        step_offering(offering=offering, to=to, by=by)
    elif to == S.CANCELLED:
        step_offering(offering=offering, to=to, why=words.CANCELLED, by=by)


def _asked(
    code: str,
    course: str,
    state: RequestState,
    offered: Mapping[str, Offering],
    by: Viewer,
    host: Viewer,
    embassy: Viewer | None,
) -> None:
    """A request of a country, taken as far as its state; the embassy asks for the first of them, too."""
    equipment = words.EQUIPMENT if state == R.TAKEN_UP else ""
    said = asking.RequestSaid(
        country=code, course=course, aims=invented(words.AIMS[course]), how_many=12, equipment=equipment
    )
    one = asking.ask(uid=uid("request", code, course), said=said, by=host).request
    if embassy is not None and state == R.OFFERED:
        asking.ask(uid=uid("embassy", code, course), said=said, by=embassy)
    if state == R.WITHDRAWN:
        answering.withdraw_request(request=one, why=words.WITHDRAWN, by=host)
    elif state == R.DECLINED:
        answering.answer_request(request=one, to=state, why=words.DECLINED, by=by)
    elif state == R.OFFERED:
        answering.answer_request(request=one, to=state, offering=offered[course], by=by)
    elif state == R.TAKEN_UP:
        _weighed(answering.answer_request(request=one, to=state, by=by), by)


def _done(code: str, by: Viewer, host: Viewer) -> Request | None:
    """A request that a course of the past answered. It comes first: what is done is no more the open one."""
    held: Any = Offering.objects.visible_to(by).filter(state=S.HELD, course__in=list(words.AIMS))
    past = held.order_by("-first_on", "pk").first()
    if past is None:
        return None
    said = asking.RequestSaid(country=code, course=past.course, aims=invented(words.AIMS[past.course]))
    one = asking.ask(uid=uid("done", code), said=said, by=host).request
    one = answering.answer_request(request=one, to=R.OFFERED, offering=past, by=by)
    return answering.answer_request(request=one, to=R.DONE, by=by)


def _weighed(one: Request, by: Viewer) -> None:
    """What the law asks: two conditions met, one not, one that nobody has said."""
    for gate, says, why in (
        ("risk", Says.YES, words.RISK),
        ("unable", Says.YES, words.UNABLE),
        ("spare", Says.NO, words.NO_SCANNER),
    ):
        answering.say_gate(request=one, gate=gate, says=says, why=why, by=by)


def _experts(found: Sequence[Land], on: date, by: Viewer) -> None:
    """A roster of a dozen, some free on days that are entered."""
    for number in range(12):
        chance = Chance("expert", number)
        land = chance.one_of(found)
        said = experts.ExpertSaid(
            name=invented(person(land.code, land.subregion, chance, set()).latin),
            organisation=invented(chance.one_of(words.ORGANISATIONS)),
            subjects=chance.some_of(tuple(words.AIMS), chance.between(1, 3)),
            languages=sorted({"en", *land.languages} & set(dict(LANGUAGES))),
            regions=[one.code for one in found if one.region == land.region] if chance.happens(60) else [],
        )
        made = experts.write_expert(uid=uid("expert", number), said=said, by=by)
        first = on + timedelta(days=chance.between(20, 200))
        if chance.happens(60):
            experts.add_free(expert=made, first_on=first, last_on=first + timedelta(days=20), by=by)


def _sent(done: Request | None, on: date, by: Viewer) -> None:
    """Who fits best is chosen for a request that was taken up; who served for one that is done is well spoken of."""
    open_one = Request.objects.visible_to(by).filter(state=R.TAKEN_UP).order_by("pk").first()
    for request, first in ((done, on - timedelta(days=40)), (open_one, on + timedelta(days=50))):
        found = fits(ExpertsAsked(subject=request.course, country=request.country_id), by) if request else []
        if request is None or not found:
            continue
        days = {"first_on": first, "last_on": first + timedelta(days=4)}
        body = "" if request is done else "OAS"
        made = experts.send_expert(expert=found[0].expert, request=request, body=body, role="instructor", by=by, **days)
        if first < on:
            experts.say_after(expert=found[0].expert, number=made.pk, after=words.AFTER, by=by)
