"""Training for the tests, made by the very actions that the product uses."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.training.actions import asking, certifying, experts, nominating, selecting
from roadstead.training.actions.marking import mark_offering
from roadstead.training.actions.offering import OfferingSaid, offer, step_offering
from roadstead.training.enums import NominationState, OfferingState
from roadstead.training.models import Certificate, Expert, Nomination, Offering, Request
from tests.people import viewer

COURSE = "ips-isps"


def anew(one: Any) -> Any:
    return type(one).objects.for_the_system("a test looks").get(pk=one.pk)


def said(**given: Any) -> OfferingSaid:
    first = given.pop("first_on", clock.today() + timedelta(30))
    usual: dict[str, Any] = {"course": COURSE, "body": "programme", "place": "Lagos (invented)", "first_on": first}
    usual |= {"last_on": first + timedelta(3), "seats": 2, "nominate_by": first - timedelta(5)}
    return OfferingSaid(**(usual | given))


def offered(by: User, **given: Any) -> Offering:
    return offer(uid=uuid4(), said=said(**given), by=viewer(by))


def opened(by: User, *states: str, **given: Any) -> Offering:
    """Open for nominations, and shared with some States."""
    one = offered(by, **given)
    mark_offering(offering=one, mark=Mark.PARTNER, states=states or ("NG",), reason="invited", by=viewer(by))
    return stepped(by, one, "open")


def stepped(by: User, one: Offering, to: str, why: str = "") -> Offering:
    return step_offering(offering=one, to=OfferingState(to), why=why, by=viewer(by))


def request_said(**given: Any) -> asking.RequestSaid:
    usual: dict[str, Any] = {"country": "NG", "course": COURSE, "aims": "Guards who know why (invented)."}
    return asking.RequestSaid(**(usual | given))


def asked(by: User, *, shared: bool = True, **given: Any) -> Request:
    return asking.ask(uid=uuid4(), said=request_said(**given), shared=shared, by=viewer(by)).request


def nominated(by: User, one: Offering, name: str = "Ade Delegate (invented)", country: str = "NG") -> Nomination:
    delegate = nominating.Delegate(name=name, position="Inspector", workplace="Port authority (invented)")
    return nominating.nominate(uid=uuid4(), offering=one, country=country, delegate=delegate, by=viewer(by))


def selected(by: User, one: Nomination, to: str = "selected", why: str = "Fits (invented).") -> Nomination:
    return selecting.select(nomination=one, to=NominationState(to), why=why, by=viewer(by))


def came(by: User, one: Nomination, to: str = "attended") -> Nomination:
    return selecting.note_attendance(nomination=one, to=NominationState(to), by=viewer(by))


def certified(by: User, one: Nomination) -> Certificate:
    return certifying.certify(nomination=one, by=viewer(by))


def taught(officer: User, host: User, clock_: Any, first: date, country: str = "NG", course: str = COURSE) -> Offering:
    """A course that somebody of a country attended, from its offering to its end; the clock stands on its last day."""
    clock_.set((first - timedelta(20)).isoformat())
    one = opened(officer, country, course=course, first_on=first)
    delegate = selected(officer, nominated(host, one, f"Delegate of {first} (invented)", country))
    stepped(officer, one, "closed")
    clock_.set((first + timedelta(3)).isoformat())
    came(officer, delegate)
    return stepped(officer, one, "held")


def expert(by: User, **given: Any) -> Expert:
    usual: dict[str, Any] = {"name": "Ida Expert (invented)", "organisation": "A school (invented)"}
    usual |= {"subjects": [COURSE], "languages": ["en"], "regions": ["NG"]}
    return experts.write_expert(uid=uuid4(), said=experts.ExpertSaid(**(usual | given)), by=viewer(by))
