"""What happens without anybody: ships that came are over, and a question that could not be sent is sent again."""

import re
from datetime import timedelta

import msgspec
import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.actions.deciding import Said, decide
from roadstead.arrivals.actions.ending import end_voyages
from roadstead.arrivals.actions.question_sending import send_again, send_question
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Arrival, Message
from roadstead.arrivals.queries.acting import seen_of
from roadstead.audit.models import Event
from roadstead.common.access.viewer import Viewer
from tests.apps.watch.letters import caught
from tests.apps.watch.notices import incoming, take
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
TO = "agent@example.org"


def settle(ship: Arrival, kind: str, by: Viewer, until: object = None) -> None:
    decide(arrival=ship, said=Said(kind, seen_of(ship), "An invented reason.", until), by=by)  # type: ignore[arg-type]


def asks_for_nothing(ship: Arrival) -> Arrival:
    Arrival.objects.for_the_system("it asks for nothing").filter(pk=ship.pk).update(attention="quiet", why="")
    return ship


def attention(ship: Arrival) -> str:
    ship.refresh_from_db()
    return ship.attention


def test_a_day_after_it_came_a_ship_is_over(watch: User, clock: FrozenClock) -> None:
    clock.set("2026-06-18")
    by = viewer(watch)
    decided, quiet, waits = caught(by, 1), asks_for_nothing(take(by, 2, country="NL")), caught(by, 3)
    settle(decided, "examine_at_berth", by)
    clock.set("2026-06-20T12:00:00Z")
    call_command("end_voyages")
    assert [attention(one) for one in (decided, quiet, waits)] == ["decided", "quiet", "look"]
    clock.set("2026-06-21T06:00:01Z")
    call_command("end_voyages")
    assert [attention(one) for one in (decided, quiet, waits)] == ["over", "over", "look"]
    assert Event.objects.for_the_system("tests").filter(type="arrivals.over").count() == 2
    assert "is over" in client_of(watch).get(f"/watch/arrivals/{decided.pk}/").content.decode()
    call_command("end_voyages")
    assert Event.objects.for_the_system("tests").filter(type="arrivals.over").count() == 2


def test_a_ship_that_is_held_is_not_over_nor_one_whose_waiver_goes_on(watch: User, clock: FrozenClock) -> None:
    clock.set("2026-06-18")
    by = viewer(watch)
    held, waived = caught(by, 1), caught(by, 2)
    settle(held, "held", by)
    settle(waived, "guards_waived", by, waived.eta + timedelta(days=5))
    clock.set("2026-06-23")
    call_command("end_voyages")
    assert [attention(one) for one in (held, waived)] == ["decided", "decided"]


def test_a_fact_brings_back_what_is_over(watch: User, clock: FrozenClock) -> None:
    clock.set("2026-06-18")
    by = viewer(watch)
    told = msgspec.structs.replace(incoming(country="NL"), notice_id="N-1")
    ship = asks_for_nothing(take_notice(incoming=told, origin=Origin.IMPORT, by=by)[0])
    clock.set("2026-06-22")
    call_command("end_voyages")
    assert attention(ship) == "over"
    later = msgspec.structs.replace(incoming(country="IR"), notice_id="N-1")
    again, outcome = take_notice(incoming=later, origin=Origin.IMPORT, by=by)
    assert (again.pk, outcome, attention(ship)) == (ship.pk, "updated", "look")


def test_only_who_acts_on_arrivals_ends_them(watch: User) -> None:
    with pytest.raises(PermissionDenied):
        end_voyages(by=viewer(holder(Role.ANALYST)))


def test_a_question_that_could_not_be_sent_is_sent_again(
    watch: User, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.set("2026-06-15T08:00:00Z")
    ship = take(viewer(watch), 1, country="NG")
    client = client_of(watch)

    def down(*_said: object) -> None:
        raise ConnectionRefusedError("no mail server (invented)")

    with monkeypatch.context() as patch:
        patch.setattr("roadstead.arrivals.mail.send", down)
        said = client.post(
            f"/watch/arrivals/{ship.pk}/ask/", {"field": "", "text": "Who signs?", "to": TO}, follow=True
        )
        assert "tried again by itself" in said.content.decode()
        assert "not sent yet" in client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
        clock.set("2026-06-15T08:05:00Z")
        call_command("send_questions")
    assert not mail.outbox
    call_command("send_questions")
    assert [one.to for one in mail.outbox] == [[TO]]
    link = re.search(r"https?://[^/\s]+(/answer/\S+)", str(mail.outbox[0].body))
    assert link
    assert Client().get(link[1]).status_code == 302
    assert "not sent yet" not in client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
    call_command("send_questions")
    assert len(mail.outbox) == 1
    assert Event.objects.for_the_system("tests").filter(type="arrivals.question_sent").count() == 1


def test_what_is_just_being_sent_answered_or_too_late_is_left(watch: User, clock: FrozenClock) -> None:
    clock.set("2026-06-15T08:00:00Z")
    by = viewer(watch)
    ship = take(by, 1, country="NG")
    question, _secret = ask_ship(arrival=ship, field="", text="Who signs?", to=TO, by=by)
    assert send_again(by=by) == (0, 0)
    clock.set("2026-07-30")
    assert send_again(by=by) == (0, 0)
    assert not send_question(question=question, by=by)
    with pytest.raises(PermissionDenied):
        send_question(question=question, by=viewer(holder(Role.ANALYST)))
    assert not mail.outbox
    assert Message.objects.visible_to(by).get(pk=question.pk).sent_at is None
