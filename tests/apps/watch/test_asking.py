"""Asking the ship's side: by a link to one question; the answer lands in the notice, once, and is not asked again."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.answering import answer_question
from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.actions.writing import write_message
from roadstead.arrivals.checker.questions import NONE_OF_THESE
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Arrival, Message, Received, Verdict
from roadstead.arrivals.queries.questions import open_questions
from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.apps.watch.notices import ZONE, document, take
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
TO = "agent@example.org"
MEASURED = "security_level_2=yes access_points_guarded=yes declaration_of_security=refused logged=yes reported=yes"


def asked(ship: Arrival, by: Viewer) -> tuple[Message, str]:
    """The first of what is open, asked."""
    first = open_questions(ship)[0]
    return ask_ship(arrival=ship, field=first.path, text=first.text, to=TO, by=by)


def opened(secret: str) -> tuple[Client, str]:
    """The browser of an agent who opened the link, and where it led."""
    client = Client()
    return client, client.get(f"/answer/{secret}/").headers["Location"]


def sender(said: dict[str, Any]) -> Incoming:
    found = read(json.dumps(said).encode())[0]
    assert isinstance(found, Incoming)
    return found


def test_the_terminal_is_asked_answered_by_link_and_judged(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch), 1, country="NG")
    assert open_questions(ship)[0].path == "calls[0].facility"
    client = client_of(watch)
    page = client.get(f"/watch/arrivals/{ship.pk}/ask/").content.decode()
    assert "calls[0].facility" in page
    sent = client.post(f"/watch/arrivals/{ship.pk}/ask/", {"field": "calls[0].facility", "text": "", "to": TO})
    assert sent.status_code == 302
    ship.refresh_from_db()
    assert (ship.attention, ship.outcome) == ("asked", "cannot_tell")
    link = re.search(r"https?://[^/\s]+(/answer/\S+)", mail.outbox[0].body)[1]  # type: ignore[index]
    assert mail.outbox[0].to == [TO]
    agent = Client()
    there = agent.get(link).headers["Location"]
    page = agent.get(there).content.decode()
    assert "INVENTED 1" in page
    assert NONE_OF_THESE in page
    assert agent.post(there, {}).status_code == 422
    assert agent.post(there, {"choice": NONE_OF_THESE, "typed": "", "text": "Berth 4."}).status_code == 302
    assert "The watch has the answer" in agent.get(there).content.decode()
    ship.refresh_from_db()
    assert (ship.outcome, ship.attention, ship.number) == ("applies", "look", 2)
    assert ship.why == "Answered: Berth 4."
    latest = Received.objects.visible_to(by).get(current=True)
    assert (latest.origin, latest.number, latest.taken_by_id) == ("page", 2, None)
    assert any(one["path"].startswith("calls[0]") for one in latest.differences)
    assert Verdict.objects.visible_to(by).order_by("-pk").first().cause == "answer"  # type: ignore[union-attr]
    shown = client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
    assert "Berth 4." in shown
    assert "question answered" in shown


def test_a_second_answer_is_told_who_was_first(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch), 1, country="NG")
    question, secret = asked(ship, by)
    agent, there = opened(secret)
    answer_question(question=question, value="", text="It was Apapa.", by=by)
    late = agent.post(there, {"choice": "", "typed": "", "text": "No, Tin Can."})
    assert late.status_code == 409
    assert "Wanda Watch answered this question" in late.content.decode()
    assert "No, Tin Can." in late.content.decode()
    with pytest.raises(ArrivalError, match="Wanda Watch answered"):
        answer_question(question=question, value="", text="No, Tin Can.", by=Viewer(name="x"), secret=secret)
    assert Message.objects.visible_to(by).filter(side="ship").count() == 1


def test_a_link_that_is_old_wrong_or_not_held_opens_nothing(watch: User, clock: FrozenClock) -> None:
    by, ship = viewer(watch), take(viewer(watch), 1, country="NG")
    question, secret = asked(ship, by)
    agent, there = opened(secret)
    assert Client().get(there).status_code == 404
    assert Client().get("/answer/wrong/").status_code == 404
    with pytest.raises(PermissionDenied):
        answer_question(question=question, value="", text="x", by=Viewer(name="x"), secret="wrong")
    clock.advance(timedelta(days=31))
    assert agent.get(there).status_code == 410
    late = agent.post(there, {"text": "Too late."})
    assert late.status_code == 410
    assert "Too late." in late.content.decode()
    with pytest.raises(ArrivalError, match="good no more"):
        answer_question(question=question, value="", text="x", by=Viewer(name="x"), secret=secret)


def test_nobody_is_asked_twice_and_an_update_does_not_unsay_an_answer(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch), 1, country="NG")
    question, secret = asked(ship, by)
    with pytest.raises(ArrivalError, match="Wanda Watch asked that"):
        asked(ship, by)
    answer_question(question=question, value=NONE_OF_THESE, text="", by=Viewer(name="Ag Ent"), secret=secret)
    ship.refresh_from_db()
    assert ship.outcome == "applies"
    assert take(by, 1, country="NG").pk == ship.pk  # the very same notice, once more
    ship.refresh_from_db()
    assert (ship.number, ship.outcome) == (2, "applies")
    said = document(1, country="NG")
    said["arrival"]["eta"] = "2026-06-21T06:00:00Z"
    take_notice(incoming=sender(said), origin=Origin.IMPORT, by=by)
    ship.refresh_from_db()
    assert (ship.number, ship.outcome, ship.eta.day) == (3, "applies", 21)
    assert "calls[0].facility" not in [one.path for one in open_questions(ship)]


def test_measures_are_answered_duty_by_duty(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch), 1, country="NG")
    question, secret = asked(ship, by)
    answer_question(question=question, value=NONE_OF_THESE, text="", by=Viewer(name="Ag Ent"), secret=secret)
    ship.refresh_from_db()
    question, secret = asked(ship, by)
    assert question.field.endswith(".measures")
    agent, there = opened(secret)
    told = dict(pair.split("=") for pair in MEASURED.split())
    assert agent.post(there, told | {"text": ""}).status_code == 302
    ship.refresh_from_db()
    assert (ship.outcome, ship.unsure, ship.unmet) == ("applies", "", "")
    assert Message.objects.visible_to(by).filter(side="ship").last().value == MEASURED  # type: ignore[union-attr]
    assert "Declaration of Security: Refused by the port" in agent.get(there).content.decode()


def test_an_answer_that_nobody_can_judge_is_refused_and_nothing_kept(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch), 1, country="NG")
    made, secret = ask_ship(arrival=ship, field="calls[0].port", text="Which port?", to=TO, by=by)
    with pytest.raises(ArrivalError, match="cannot be judged"):
        answer_question(question=made, value="not a code", text="", by=Viewer(name="x"), secret=secret)
    made.refresh_from_db()
    assert made.settled_at is None
    answer_question(question=made, value="NGAPP", text="", by=Viewer(name="x"), secret=secret)
    held = Received.objects.visible_to(by).get(current=True)
    assert json.loads(held.content)["calls"][0]["port"] == "NGAPP"


def test_watch_and_company_write_in_one_thread(watch: User) -> None:
    by = viewer(watch)
    ship = take(by, 1, country="NG")
    with pytest.raises(ArrivalError, match="e-mail address"):
        ask_ship(arrival=ship, field="", text="Who is the agent?", to="", by=by)
    Arrival.objects.for_the_system("tests").filter(pk=ship.pk).update(company="EXAMPLE SHIPPING", attention="quiet")
    own = viewer(holder(Role.OPERATOR, "EXAMPLE SHIPPING", name="Olga Operator", email="olga@example.org"))
    other = viewer(holder(Role.OPERATOR, "OTHER LINE", name="Otis Other", email="otis@example.org"))
    write_message(arrival=ship, text="Good morning.", by=by)
    ship.refresh_from_db()
    assert ship.attention == "quiet"
    assert write_message(arrival=ship, text="We are two hours late.", by=own).side == "ship"
    ship.refresh_from_db()
    assert (ship.attention, "two hours late" in ship.why) == ("look", True)
    with pytest.raises(Arrival.DoesNotExist):
        write_message(arrival=ship, text="Me too.", by=other)
    question, secret = ask_ship(arrival=ship, field="calls[0].facility", text="Which terminal?", to="", by=by)
    assert secret == ""
    assert answer_question(question=question, value=NONE_OF_THESE, text="", by=own).written_as == "Olga Operator"
    assert Message.objects.visible_to(own).count() == 4
    assert Message.objects.visible_to(other).count() == Message.objects.visible_to(PUBLIC).count() == 0
    page = client_of(watch).get(f"/watch/arrivals/{ship.pk}/thread/").content.decode()
    assert "We are two hours late." in page


def test_an_answer_by_telephone_is_entered_by_the_watch(watch: User) -> None:
    by, ship = viewer(watch), take(viewer(watch), 1, country="NG")
    question, _secret = asked(ship, by)
    client, address = client_of(watch), f"/watch/arrivals/{ship.pk}/questions/{question.pk}/"
    assert "telephone" in client.get(address).content.decode()
    assert client.post(address, {"choice": NONE_OF_THESE, "typed": "", "text": ""}).status_code == 302
    assert client.get(address).status_code == 302
    elsewhere = holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org")
    assert client_of(elsewhere).post(address, {"text": "x"}).status_code == 403
    assert client.get(f"/watch/arrivals/{ship.pk}/questions/999/").status_code == 404


def test_whose_zone_it_is_asks(watch: User) -> None:
    ship = take(viewer(watch), 1, country="NG")
    elsewhere = viewer(holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org"))
    with pytest.raises(PermissionDenied):
        ask_ship(arrival=ship, field="", text="Hello?", to=TO, by=elsewhere)
    with pytest.raises(ArrivalError, match="e-mail address, as in"):
        ask_ship(arrival=ship, field="", text="Hello?", to="nowhere", by=viewer(watch))
    assert ship.zone_id == ZONE
