"""The page of an arrival: calls, nations, score, past, findings, relief, and what could not be read."""

from typing import Any

import msgspec
import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.settling_places import settle_place
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.enums import Disposition, Origin
from roadstead.arrivals.models import Arrival, Received, Settled
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Country, Port
from roadstead.registry.models.reference import PortReason, Standing
from roadstead.wire.incoming.aboard import Cargo, Cdc, Count, People
from roadstead.wire.incoming.base import Remark
from roadstead.wire.incoming.places import Place
from tests.apps.watch.letters import caught, decided
from tests.apps.watch.notices import incoming, take
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db


def page(watch: User, ship: Arrival) -> str:
    return str(client_of(watch).get(f"/watch/arrivals/{ship.pk}/").content.decode())


def asked(by: Viewer, said: str = "Somewhere River", number: int = 1) -> Arrival:
    """A ship one of whose calls is told by words that are no port's."""
    told = incoming(number)
    call = msgspec.structs.replace(told.calls[0], place=Place(name=said))
    told = msgspec.structs.replace(told, calls=(call, *told.calls[1:]))
    return take_notice(incoming=told, origin=Origin.IMPORT, by=by)[0]


@pytest.fixture
def port(zone: Any) -> Port:
    said = {"name": "Iran", "coast": "coastal", "region": "Asia", "subregion": "Southern Asia"}
    Country.objects.get_or_create(code="IR", defaults=said)
    told = {
        "name": "Bandar Abbas",
        "country_id": "IR",
        "reason": next(iter(PortReason)),
        "standing": Standing.CONFIRMED,
    }
    return Port.objects.get_or_create(locode="IRBND", defaults=told)[0]


def test_each_call_has_its_verdict_its_duties_and_what_says_so(watch: User) -> None:
    told = page(watch, caught(viewer(watch)))
    assert "counts against the ship" in told
    assert "C3 not known" in told
    assert "an attempted Declaration of Security" in told
    assert "does not count" in told


def test_ports_with_a_position_are_on_a_map(watch: User) -> None:
    by = viewer(watch)
    Port.objects.filter(pk="USHOU").update(
        latitude="29.75", longitude="-95.25", position_source="unlocode", position_check="agrees"
    )
    told = page(watch, take(by))
    assert 'id="calls-map-data"' in told
    assert "-95.25" in told


def test_every_nation_is_named_with_its_ties_and_what_is_not_known(watch: User) -> None:
    crew = People(listed=5, by_nationality=(Count(nationality="PH", people=3), Count(nationality="", people=2)))
    cargo = Cargo(on_board=True, cdc=(Cdc(name="x", origin=Place(country="TT"), destination=Place(country="US")),))
    told = incoming()
    vessel = msgspec.structs.replace(told.vessel, owner="Invented Owners")
    ship = take_notice(
        incoming=msgspec.structs.replace(told, crew=crew, cargo=cargo, vessel=vessel),
        origin=Origin.IMPORT,
        by=viewer(watch),
    )[0]
    said = page(watch, ship)
    assert "Philippines: 3 of the crew are its nationals." in said
    assert "Trinidad and Tobago: cargo comes from there." in said
    assert "Panama: the ship flies its flag." in said
    assert "the nationalities of the crew" in said  # of two heads
    assert "the country of the owner" in said
    assert "“Invented Owners”; of which country, the notice does not say" in said


def test_the_score_says_its_bounds_its_sources_and_what_could_not_be_checked(watch: User) -> None:
    told = page(watch, caught(viewer(watch)))
    assert "Paris" in told
    assert "United States: security compliance matrix" in told
    assert "not verified" in told
    assert "facts could not be checked" in told
    assert "A listed port among the last five calls" in told


def test_the_past_of_a_ship_and_two_that_claim_one_number(watch: User) -> None:
    by = viewer(watch)
    first = caught(by)
    decided(first, Disposition.DENIED, by, "Not reported (invented).")
    ship = take(by, eta="2026-08-20")
    told = page(watch, ship)
    assert "Entry denied" in told
    assert "Not reported (invented)." in told
    assert "Two ships by one number" not in told
    Arrival.objects.visible_to(by).filter(pk=first.pk).update(ship="OTHER NAME")
    told = page(watch, ship)
    assert "Two ships by one number" in told
    assert "OTHER NAME" in told


def test_what_the_law_asks_stands_with_its_paragraph(watch: User) -> None:
    told = page(watch, take(viewer(watch)))
    assert "160.206" in told


def test_relief_says_what_counts_and_what_is_missing(watch: User) -> None:
    told = page(watch, caught(viewer(watch)))
    assert "What measures in the listed port take away here" in told
    assert "nobody has said whether it was done" in told


def test_a_place_that_is_settled_is_judged_anew_with_who_said_so(watch: User, port: Port) -> None:
    by = viewer(watch)
    ship = asked(by)
    assert ship.outcome == "cannot_tell"
    told = page(watch, ship)
    assert "which port is “Somewhere River”?" in told
    client = client_of(watch)
    where = f"/watch/arrivals/{ship.pk}/places/"
    assert "Choose a port" in client.post(where, {"path": "calls[0]"}, follow=True).content.decode()
    assert (
        "No port of the register"
        in client.post(where, {"path": "calls[0]", "other": "XXXXX"}, follow=True).content.decode()
    )
    done = client.post(where, {"path": "calls[0]", "other": "ir bnd"}, follow=True).content.decode()
    assert "judged anew: Conditions of entry apply" in done
    assert "Wanda Watch" in done
    ship = Arrival.objects.visible_to(by).get(pk=ship.pk)
    assert (ship.outcome, ship.number) == ("applies", 2)
    assert [one.current for one in Received.objects.visible_to(by).order_by("number")] == [False, True]
    assert "The same to the last byte" in done  # the verdict before is replayed on what it was given on
    with pytest.raises(ArrivalError, match="Wanda Watch has settled it already: IRBND"):
        settle_place(arrival=ship, path="calls[0]", port="IRBND", by=by)
    elsewhere = viewer(holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org"))
    with pytest.raises(PermissionDenied):
        settle_place(arrival=ship, path="calls[0]", port="IRBND", by=elsewhere)


def test_a_later_version_that_says_the_same_keeps_what_was_settled(watch: User, port: Port) -> None:
    by = viewer(watch)
    ship = asked(by)
    settle_place(arrival=ship, path="calls[0]", port="IRBND", by=by)
    told = incoming()
    call = msgspec.structs.replace(told.calls[0], place=Place(name="Somewhere River"), purpose="bunkers")
    told = msgspec.structs.replace(told, calls=(call, *told.calls[1:]))
    again, outcome = take_notice(incoming=told, origin=Origin.IMPORT, by=by)
    assert (again.pk, outcome, again.outcome) == (ship.pk, "updated", "applies")
    assert Settled.objects.visible_to(by).count() == 1
    assert "purpose" in page(watch, again)  # the difference


def test_what_was_not_understood_is_said(watch: User) -> None:
    told = incoming()
    odd = msgspec.structs.replace(
        told, remarks=(Remark(at="cell B7", what="is no date.", todo="Ask."),), not_understood=("WEIRD/FIELD",)
    )
    ship = take_notice(incoming=odd, origin=Origin.IMPORT, by=viewer(watch))[0]
    said = page(watch, ship)
    assert "cell B7" in said
    assert "WEIRD/FIELD" in said
