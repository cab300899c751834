"""Deciding: the tool proposes, a person decides, the second of two is told; and it stays until a fact changes."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.deciding import Said, decide
from roadstead.arrivals.actions.judging import judge_again
from roadstead.arrivals.actions.noting import write_note
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Arrival, Change, Decision, Note
from roadstead.arrivals.queries.acting import proposal_of, seen_of
from roadstead.audit.models import Event
from roadstead.common import clock as clocks
from roadstead.common.access.viewer import PUBLIC
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.apps.watch.notices import ZONE, changed, document, take
from tests.apps.watch.test_again import listed
from tests.conftest import FrozenClock
from tests.people import almighty, client_of, holder, viewer

pytestmark = pytest.mark.django_db


def again(by: Any, number: int = 1, *, eta: str = "", **more: str) -> Arrival:
    """Another version of a notice that was taken in."""
    said = document(number, **more)
    said["arrival"]["eta"] = eta or said["arrival"]["eta"]
    found = read(json.dumps(said).encode())[0]
    assert isinstance(found, Incoming)
    return take_notice(incoming=found, origin=Origin.IMPORT, by=by)[0]


def test_it_is_decided_as_proposed_without_a_word(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    assert proposal_of(ship).kind == "no_conditions"
    made = decide(arrival=ship, said=Said("no_conditions", seen_of(ship)), by=by)
    ship.refresh_from_db()
    assert (ship.attention, ship.disposition, ship.why) == ("decided", "no_conditions", "")
    assert (made.proposed, made.reason, made.decided_by_id) == ("no_conditions", "", watch.pk)
    assert Event.objects.for_the_system("tests").filter(type="arrivals.decided").count() == 1


def test_against_the_proposal_needs_a_reason_and_a_waiver_until_when(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    with pytest.raises(ArrivalError, match="proposed “No conditions”"):
        decide(arrival=ship, said=Said("held", seen_of(ship)), by=by)
    with pytest.raises(ArrivalError, match="why guards are waived"):
        decide(arrival=ship, said=Said("guards_waived", seen_of(ship)), by=by)
    for until in (None, clocks.now() - timedelta(hours=1)):
        with pytest.raises(ArrivalError, match="until when"):
            decide(arrival=ship, said=Said("guards_waived", seen_of(ship), "Good record.", until), by=by)
    with pytest.raises(ArrivalError, match="one of the decisions"):
        decide(arrival=ship, said=Said("sunk", seen_of(ship), "Why not."), by=by)
    until = clocks.now() + timedelta(days=20)
    made = decide(arrival=ship, said=Said("guards_waived", seen_of(ship), " Good  record. ", until), by=by)
    assert (made.reason, made.until, made.proposed) == ("Good record.", until, "no_conditions")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.visible_to(by).update(reason="")


def test_of_two_at_once_the_second_is_told_by_whom_and_what(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    other = viewer(holder(Role.WATCH, ZONE, name="Cora Colleague", email="cora@example.org"))
    seen = seen_of(ship)
    decide(arrival=ship, said=Said("held", seen, "The master is unwell."), by=other)
    with pytest.raises(ArrivalError, match=r"Cora Colleague has decided meanwhile.*Held.*master is unwell"):
        decide(arrival=ship, said=Said("no_conditions", seen), by=by)
    assert Decision.objects.visible_to(by).count() == 1
    decide(arrival=ship, said=Said("held", seen, "The master is unwell."), by=other)  # sent twice
    assert Decision.objects.visible_to(by).count() == 1
    ship.refresh_from_db()
    decide(arrival=ship, said=Said("no_conditions", seen_of(ship)), by=by)  # having looked
    assert [one.kind for one in Decision.objects.visible_to(by)] == ["no_conditions", "held"]


def test_whoever_decides_has_seen_the_facts(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    seen = seen_of(ship)
    changed(ship)
    with pytest.raises(ArrivalError, match="has changed since you opened"):
        decide(arrival=ship, said=Said("no_conditions", seen), by=by)


def test_a_decision_settles_what_changed_with_its_reason(people: dict[str, User], watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    listed(people)
    judge_again(by=almighty())
    ship.refresh_from_db()
    kind = proposal_of(ship).kind
    decide(arrival=ship, said=Said(kind, seen_of(ship), "Met at the pier."), by=by)
    change = Change.objects.visible_to(by).get()
    assert (change.word, change.settled_by_id) == ("Met at the pier.", watch.pk)


def test_decided_stays_decided_until_a_fact_changes(people: dict[str, User], watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    decide(arrival=ship, said=Said("no_conditions", seen_of(ship)), by=by)
    assert again(by, eta="2026-06-20T09:00:00Z").pk == ship.pk  # three hours later: nothing follows from it
    ship.refresh_from_db()
    assert (ship.attention, ship.number, ship.eta.hour) == ("decided", 2, 9)
    write_note(arrival=ship, text="All is well.", by=by)
    judge_again(by=almighty())
    ship.refresh_from_db()
    assert ship.attention == "decided"
    listed(people)
    judge_again(by=almighty())
    ship.refresh_from_db()
    assert (ship.attention, ship.disposition) == ("look", "no_conditions")
    page = client_of(watch).get("/watch/queue/").content.decode()
    assert "before the last change" in page


def test_a_waiver_that_ends_brings_it_back(watch: User, clock: FrozenClock) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    until = clocks.now() + timedelta(days=2)
    decide(arrival=ship, said=Said("guards_waived", seen_of(ship), "Good record.", until), by=by)
    call_command("end_waivers")
    ship.refresh_from_db()
    assert ship.attention == "decided"
    clock.advance(timedelta(days=3))
    call_command("end_waivers")
    ship.refresh_from_db()
    assert (ship.attention, ship.why) == ("look", "The waiver of guards has ended.")
    call_command("end_waivers")
    assert Event.objects.for_the_system("tests").filter(type="arrivals.waiver_ended").count() == 1


def test_another_call_in_an_update_brings_it_back(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch))
    decide(arrival=ship, said=Said("no_conditions", seen_of(ship)), by=by)
    again(by, country="NG")
    ship.refresh_from_db()
    assert ship.attention == "look"


def test_it_takes_the_right_of_the_zone(watch: User) -> None:
    ship = take(viewer(watch))
    elsewhere = holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org")
    with pytest.raises(PermissionDenied):
        decide(arrival=ship, said=Said("no_conditions", seen_of(ship)), by=viewer(elsewhere))
    with pytest.raises(PermissionDenied):
        write_note(arrival=ship, text="Mine.", by=viewer(elsewhere))
    assert Decision.objects.visible_to(PUBLIC).count() == Note.objects.visible_to(PUBLIC).count() == 0


def test_the_page_proposes_and_keeps_what_was_typed(watch: User) -> None:
    ship, client = take(viewer(watch), 1, country="NG"), client_of(watch)
    address = f"/watch/arrivals/{ship.pk}/decide/?list="
    page = client.get(address).content.decode()
    assert "Proposed: Examine at the berth" in page
    sent = {"kind": "held", "reason": "", "until": "", "seen": seen_of(ship), "list": ""}
    wrong = client.post(address, sent)
    assert wrong.status_code == 422
    assert "Say why it is decided otherwise" in wrong.content.decode()
    done = client.post(address, sent | {"reason": "Told to <b>wait</b>."})
    assert done.headers["Location"] == "/watch/queue/"
    late = client.post(address, sent | {"kind": "denied", "reason": "Typed meanwhile."})
    assert late.status_code == 422
    assert "Wanda Watch has decided meanwhile" in late.content.decode()
    assert "Typed meanwhile." in late.content.decode()
    shown = client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
    assert "Told to &lt;b&gt;wait&lt;/b&gt;." in shown
    assert "stays decided until a fact changes" in shown


def test_a_note_is_for_the_watch(watch: User) -> None:
    ship, client = take(viewer(watch)), client_of(watch)
    address = f"/watch/arrivals/{ship.pk}/note/"
    assert client.post(address, {"text": " "}).status_code == 422
    assert client.post(address, {"text": "Pilot <i>warned</i>."}).status_code == 302
    assert "Pilot &lt;i&gt;warned&lt;/i&gt;." in client.get(address).content.decode()
    assert "Pilot &lt;i&gt;warned&lt;/i&gt;." in client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
