"""Reciprocal visits for the tests, made by the very actions that the product uses. All of it is invented."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.after import Said, give_feedback, take_away
from roadstead.hosting.actions.arranging import add_interpreter
from roadstead.hosting.actions.asking import Who, ask_hosting
from roadstead.hosting.actions.certifying import issue_certificates
from roadstead.hosting.actions.naming_delegates import name_delegate
from roadstead.hosting.actions.offering import Choice, answer_offer, offer_port
from roadstead.hosting.actions.planning import note_hosted, plan_programme
from roadstead.hosting.actions.units import UnitSaid, keep_unit
from roadstead.hosting.enums import OfferState, Origin, Side
from roadstead.hosting.models import HostingRequest, HostUnit
from roadstead.hosting.queries.requests import requests
from roadstead.hosting.taking import Ask
from roadstead.registry.enums import PortReason, Standing
from roadstead.registry.models import Country, Port, Zone, ZoneMembership
from tests.people import holder, viewer

FIRST, LAST = date(2026, 9, 7), date(2026, 9, 11)  # as of the day of the tests
ASK = Ask(
    aims="Invented: how container terminals put their plans into practice.",
    topics=["plans", "access", "containers"],
    size=6,
    languages="French",
    earliest=date(2026, 9, 1),
    latest=date(2026, 9, 30),
    days=5,
)
Days = tuple[date, date]


def officer(name: str = "Olive Officer") -> Viewer:
    """A liaison officer for the country of the visits."""
    return viewer(holder(Role.LIAISON, "NG", name=name, email=f"{name.split()[0].lower()}@example.org"))


def authority(name: str = "Ada Authority") -> Viewer:
    return viewer(holder(Role.AUTHORITY, "NG", name=name, email=f"{name.split()[0].lower()}@example.org"))


def embassy(name: str = "Emma Embassy") -> Viewer:
    return viewer(holder(Role.EMBASSY, "NG", name=name, email=f"{name.split()[0].lower()}@example.org"))


def unit(by: Viewer, zone: str = "Houston-Galveston", **said: Any) -> HostUnit:
    """A host unit in a zone."""
    given: dict[str, Any] = {"name": f"Sector {zone}, invented", "zone": zone, "shows": ["plans", "access"]}
    return keep_unit(uid=uuid4(), said=UnitSaid(**(given | said)), by=by)


def asked(by: Viewer, origin: Origin = Origin.AUTHORITY, ask: Ask = ASK) -> HostingRequest:
    """A request that was just asked for."""
    return ask_hosting(uid=uuid4(), country="NG", ask=ask, who=Who(origin), by=by)


def asked_of(country: str, by: Viewer) -> HostingRequest:
    """The same for another country, by an officer."""
    return ask_hosting(uid=uuid4(), country=country, ask=ASK, who=Who(Origin.OFFICER), by=by)


def fresh(request: HostingRequest, by: Viewer) -> HostingRequest:
    """The request as it is now."""
    return requests(by).get(pk=request.pk)


def matched(request: HostingRequest, by: Viewer, port: str = "USHOU", days: Days = (FIRST, LAST)) -> HostingRequest:
    """The request with a port whose unit hosts."""
    choice = Choice(port, *days, why="For the test")
    made = offer_port(request=request, uid=uuid4(), choice=choice, by=by)
    answer_offer(request=request, offer=made.pk, state=OfferState.ACCEPTED, answer="Invented yes", by=by)
    return fresh(request, by)


def planned(request: HostingRequest, by: Viewer, days: Days = (FIRST, LAST)) -> HostingRequest:
    """The request with its programme begun."""
    said = {"first_on": days[0], "last_on": days[1], "revision": fresh(request, by).revision}
    return plan_programme(request=request, **said, zone="America/Chicago", language="fr", by=by)  # type: ignore[arg-type]


def hosted(request: HostingRequest, by: Viewer) -> HostingRequest:
    """The request of a visit that took place; the clock stands after it."""
    return note_hosted(request=request, revision=fresh(request, by).revision, why="As a test", by=by)


def followed(request: HostingRequest, by: Viewer) -> HostingRequest:
    """With feedback, and something that is taken away."""
    give_feedback(request=request, uid=uuid4(), side=Side.GUEST, said=Said("The tour, invented."), by=by)
    due = date(2026, 12, 1)
    what = "Invented: rewrite the plan"
    take_away(request=request, uid=uuid4(), what=what, side=Side.GUEST, due_on=due, by=by)
    return fresh(request, by)


def delegate(request: HostingRequest, by: Viewer, name: str = "Invented Delegate") -> Any:
    return name_delegate(request=request, uid=uuid4(), name=name, office="Invented office", leads=False, by=by)


def ground() -> None:
    """A US port in a zone, where the reference data are not loaded."""
    said = {"name": "United States", "coast": "coastal"}
    Country.objects.get_or_create(code="US", defaults=said)
    place = {"name": "Houston", "country_id": "US", "reason": PortReason.ZONE, "standing": Standing.MAJOR}
    Port.objects.get_or_create(locode="USHOU", defaults=place)
    source = {"as_of": date(2026, 1, 1), "source": "the tests"}
    Zone.objects.get_or_create(name="Houston-Galveston", defaults={"district": "Eighth", **source})
    if not ZoneMembership.objects.filter(port_id="USHOU").exists():
        ZoneMembership.objects.create(port_id="USHOU", zone_id="Houston-Galveston", confidence="verified", **source)


def planned_ahead(host: Viewer, by: Viewer) -> HostingRequest:
    """A request whose programme is begun, three months from today, with somebody who comes and an interpreter."""
    first = clock.today() + timedelta(days=90)
    days = (first, first + timedelta(days=4))
    request = asked(host, ask=replace(ASK, earliest=days[0], latest=days[1]))
    request = planned(matched(request, by, days=days), by, days)
    delegate(request, host)
    add_interpreter(request=request, uid=uuid4(), language="French", provider="", settled=False, by=by)
    return fresh(request, by)


def hosted_today(host: Viewer, by: Viewer) -> HostingRequest:
    """One that took place today, with a certificate."""
    days = (clock.today(), clock.today())
    request = asked(host, ask=replace(ASK, earliest=days[0], latest=days[0], days=1))
    request = planned(matched(request, by, days=days), by, days)
    delegate(request, host)
    request = hosted(request, by)
    issue_certificates(request=request, by=by)
    return fresh(request, by)
