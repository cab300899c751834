"""Requests in every state, invented: from an invitation to a visit that was followed up."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.hosting.actions import after, answering, arranging, offering, planning
from roadstead.hosting.actions.asking import Who, ask_hosting
from roadstead.hosting.actions.certifying import issue_certificates
from roadstead.hosting.actions.naming_delegates import name_delegate
from roadstead.hosting.demonstration import words
from roadstead.hosting.demonstration.words import uid
from roadstead.hosting.enums import CostState, OfferState, Origin, Side, State, StepState
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.queries.arrangements import steps_of
from roadstead.hosting.queries.matches import matches
from roadstead.hosting.queries.requests import requests
from roadstead.hosting.taking import Ask
from roadstead.hosting.topics import topics

SCENES: dict[str, State] = {
    "NG": State.PLANNED,
    "GH": State.HOSTED,
    "TG": State.CLOSED,
    "KE": State.MATCHED,
    "BS": State.ASKED,
    "CM": State.ASKED,
    "PH": State.INVITED,
    "EG": State.DECLINED,
    "CO": State.WITHDRAWN,
}
PAST = (State.HOSTED, State.CLOSED)
STAY = 5  # days
TELEPHONE = "Invented: agreed by telephone"


@dataclass(frozen=True, slots=True)
class Days:
    """When the delegation comes."""

    first: date
    last: date


def play(scene: State, country: str, by: Viewer, authority: Viewer | None, embassy: Viewer | None) -> None:
    """One request, taken to its state. by: who hosts; authority, embassy: who ask, where these have an account."""
    days = _days(scene, country)
    made = _asked(scene, country, days, by, authority)
    if embassy is not None:  # the same visit, asked for by the embassy as well
        who = Who(Origin.EMBASSY)
        ask_hosting(
            uid=uid("embassy", country), country=country, ask=_wanted(scene, country, days), who=who, by=embassy
        )
    if scene == State.DECLINED:
        why = invented("No host unit is free this season")
        answering.decline_request(request=made, revision=_now(made, by).revision, why=why, by=by)
    elif scene == State.WITHDRAWN:
        why = invented("An election falls into these weeks")
        answering.withdraw_request(request=made, revision=_now(made, by).revision, why=why, by=by)
    elif scene in (State.MATCHED, State.PLANNED, *PAST):
        _hosted_by(made, days, by)
        if scene != State.MATCHED:
            _programme(made, scene, days, by)


def _asked(scene: State, country: str, days: Days, by: Viewer, authority: Viewer | None) -> HostingRequest:
    ask = _wanted(scene, country, days)
    if scene == State.INVITED:
        who, asker = Who(Origin.INVITED, by.name), by
    elif authority is not None:
        who, asker = Who(Origin.AUTHORITY), authority
    else:
        who, asker = Who(Origin.OFFICER, "Ada Sample (invented)", "Port authority (invented)"), by
    return ask_hosting(uid=uid("asked", country), country=country, ask=ask, who=who, by=asker)


def _wanted(scene: State, country: str, days: Days) -> Ask:
    chance = Chance("wanted", country)
    past = scene in PAST
    return Ask(
        aims=invented(chance.one_of(words.AIMS)),
        topics=chance.some_of(list(topics()), 3),
        size=len(words.DELEGATES),
        languages=chance.one_of(("French", "Portuguese", "")),
        days=STAY,
        earliest=None if past else days.first,
        latest=None if past else days.last + timedelta(days=30),
    )


def _days(scene: State, country: str) -> Days:
    """Until yesterday for what took place; else from a Monday some months ahead."""
    today = clock.today()
    if scene in PAST:
        return Days(today - timedelta(days=STAY), today - timedelta(days=1))
    first = today + timedelta(days=Chance("coming", country).between(70, 160))
    first -= timedelta(days=first.weekday())
    return Days(first, first + timedelta(days=STAY - 1))


def _hosted_by(made: HostingRequest, days: Days, by: Viewer) -> None:
    """The port that the match has first, whose unit hosts."""
    best = matches(made, by, first_on=days.first, last_on=days.last)[0]
    why = invented("The only unit that can") if best.against else ""
    choice = offering.Choice(best.port.code, days.first + timedelta(days=1), days.last, why)
    offer = offering.offer_port(request=made, uid=uid("offer", made.country_id), choice=choice, by=by)
    said = invented("We gladly host")
    offering.answer_offer(request=made, offer=offer.pk, state=OfferState.ACCEPTED, answer=said, by=by)


def _programme(made: HostingRequest, scene: State, days: Days, by: Viewer) -> None:
    code = made.country_id
    planning.plan_programme(
        request=made,
        revision=_now(made, by).revision,
        first_on=days.first,
        last_on=days.last,
        zone="America/New_York",
        language="fr",
        by=by,
    )
    for number, (name, office) in enumerate(words.DELEGATES):
        who = uid("delegate", code, number)
        name_delegate(request=made, uid=who, name=name, office=office, leads=number == 0, by=by)
    arranging.add_interpreter(
        request=made,
        uid=uid("interpreter", code),
        language="French",
        provider=invented("State Department"),
        settled=scene in PAST,
        by=by,
    )
    for number, (what, dollars, source) in enumerate(words.COSTS):
        item, state = uid("cost", code, number), CostState.ESTIMATED
        arranging.add_cost(request=made, uid=item, what=what, dollars=dollars, source=source, state=state, by=by)
    if scene in PAST:
        _followed(made, scene, by)


def _followed(made: HostingRequest, scene: State, by: Viewer) -> None:
    """It took place: both sides say what helped, and what is taken away is written down."""
    code, today = made.country_id, clock.today()
    planning.note_hosted(request=made, revision=_now(made, by).revision, why=TELEPHONE, by=by)
    for step in steps_of(made):
        arranging.end_step(request=made, step=step.pk, state=StepState.DONE, note=invented("Done in time"), by=by)
    for side, helped, name in (
        (Side.GUEST, words.HELPED, words.DELEGATES[0][0]),
        (Side.HOST, words.HOST_HELPED, invented("The host unit")),
    ):
        said = after.Said(helped, words.OTHERWISE if side == Side.GUEST else "", name)
        after.give_feedback(request=made, uid=uid("feedback", code, side), side=side, said=said, by=by)
    for number, (who, what, later) in enumerate(words.TAKEN):
        due: Any = today + timedelta(days=later)
        about = {"what": what, "side": Side(who), "due_on": due}
        after.take_away(request=made, uid=uid("taken", code, number), **about, by=by)
    issue_certificates(request=made, by=by)
    if scene == State.CLOSED:
        after.close_request(request=made, revision=_now(made, by).revision, why="", by=by)


def _now(made: HostingRequest, by: Viewer) -> HostingRequest:
    """The request as it is at this moment."""
    return requests(by).get(pk=made.pk)
