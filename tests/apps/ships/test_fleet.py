"""Fleets: ships are claimed, confirmed by the watch, and nobody reads another company's anything."""

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.arrivals.actions.fleets import add_ship, confirm_ship, remove_ship, turn_down
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Ship
from roadstead.arrivals.queries.arrivals import readable
from roadstead.arrivals.queries.fleets import company_of, ships
from tests.apps.ships import acting
from tests.people import client_of, viewer


def test_a_digit_that_is_wrong_is_said(ours):
    page = client_of(ours).post("/ships/fleet/", {"imo": "9074728", "name": "X", "company": acting.OURS})
    assert page.status_code == 422
    assert "check digit should be 9" in page.content.decode()


def test_a_ship_of_another_fleet_is_refused_without_a_name(ours, theirs):
    acting.ship(theirs, company=acting.THEIRS)
    with pytest.raises(ArrivalError, match="ask the watch") as told:
        acting.ship(ours)
    assert acting.THEIRS not in str(told.value)


def test_nobody_adds_for_another_company(ours):
    with pytest.raises(PermissionDenied):
        add_ship(imo=acting.IMO, name="X", company=acting.THEIRS, by=viewer(ours))


def test_the_same_ship_twice_is_there_once(ours):
    assert acting.ship(ours) == acting.ship(ours)
    assert ships(viewer(ours)).count() == 1


def test_a_claimed_ship_opens_nothing_until_the_watch_confirms(ours, watch):
    arrival = acting.notice(watch)
    ship = acting.ship(ours)
    assert company_of(acting.IMO) == ""
    assert not readable(viewer(ours)).exists()
    with pytest.raises(PermissionDenied):
        confirm_ship(ship=ship, by=viewer(ours))
    assert confirm_ship(ship=ship, by=viewer(watch)) == 1
    assert readable(viewer(ours)).get() == arrival
    assert confirm_ship(ship=ship, by=viewer(watch)) == 0


def test_one_turned_down_is_free_for_its_company(ours, theirs, watch):
    wrong = acting.ship(ours)
    turn_down(ship=wrong, by=viewer(watch))
    assert acting.ship(theirs, company=acting.THEIRS).company == acting.THEIRS
    assert not ships(viewer(ours)).exists()


def test_the_watch_confirms_on_its_page(ours, watch):
    ship = acting.ship(ours)
    client = client_of(watch)
    assert "INVENTED ONE" in client.get("/watch/fleets/").content.decode()
    assert client.post("/watch/fleets/", {"ship": ship.pk, "do": "confirm"}).status_code == 302
    ship.refresh_from_db()
    assert ship.confirmed_by == watch


def test_another_company_sees_no_ship_and_takes_none_out(ours, theirs):
    ship = acting.ship(ours)
    assert not ships(viewer(theirs)).exists()
    assert "INVENTED ONE" not in client_of(theirs).get("/ships/fleet/").content.decode()
    assert client_of(theirs).post(f"/ships/fleet/{ship.pk}/leave/").status_code == 404
    with pytest.raises(Ship.DoesNotExist):
        remove_ship(ship=ship, by=viewer(theirs))


def test_one_that_leaves_stays_on_record(ours):
    ship = acting.ship(ours)
    assert client_of(ours).post(f"/ships/fleet/{ship.pk}/leave/").status_code == 302
    ship.refresh_from_db()
    assert ship.left_at is not None


def test_people_are_invited_by_the_watch_and_the_page_says_so(ours):
    acting.operator(name="Cora Colleague")
    text = client_of(ours).get("/ships/fleet/").content.decode()
    assert "Cora Colleague" in text
    assert "The watch of the Captain of the Port sends it" in text
