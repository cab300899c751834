"""The open form: confirmed by a link that expires, left by one click, and it never says whether an address is known."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from roadstead.advisories.models import Subscription
from roadstead.advisories.subscriptions import signing
from roadstead.audit.models import Event
from tests.apps.subscriptions.telling import subscriber
from tests.conftest import FrozenClock

FORM = "/advisory/subscribe/"
TYPED = {
    "email": "Ada@Example.org",
    "face": "operator",
    "pace": "daily",
    "countries": "Nigeria, GH",
    "ships": "9074729",
}


def link() -> str:
    found = re.search(r"https://psa\.example\.org(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_nothing_is_kept_before_the_link_is_opened_and_confirmed() -> None:
    client = Client()
    assert client.get(FORM).status_code == 200
    assert client.post(FORM, TYPED)["Location"] == "/advisory/subscribe/asked/"
    assert mail.outbox[-1].to == ["ada@example.org"]
    assert "Nigeria" in str(mail.outbox[-1].body)
    assert not Subscription.objects.exists()
    shown = client.get(link())
    assert "Yes, tell me" in shown.content.decode()
    assert not Subscription.objects.exists()  # a mail program that opens links confirms nothing
    assert "from now on" in client.post(link()).content.decode()
    kept = Subscription.objects.get()
    assert (kept.email, kept.face, kept.pace, kept.everywhere) == ("ada@example.org", "operator", "daily", False)
    assert kept.ships == ["9074729"]
    assert sorted(kept.countries.values_list("code", flat=True)) == ["GH", "NG"]


def test_confirming_again_changes_what_is_kept_and_keeps_it_once() -> None:
    client = Client()
    for countries in ("Nigeria", ""):
        client.post(FORM, {**TYPED, "countries": countries})
        client.post(link())
    kept = Subscription.objects.get()
    assert kept.everywhere
    assert not kept.countries.exists()


def test_a_link_expires_and_a_changed_one_is_none(clock: FrozenClock) -> None:
    client = Client()
    client.post(FORM, TYPED)
    asked = link()
    changed = asked.replace("/confirm/", "/confirm/x")
    assert client.get(changed).status_code == 404
    clock.advance(timedelta(hours=49))
    late = client.post(asked)
    assert late.status_code == 410
    assert "too old" in late.content.decode()
    assert not Subscription.objects.exists()


def test_known_or_not_the_answer_is_the_same() -> None:
    answers = []
    for _ in range(2):
        sent = Client().post(FORM, TYPED, follow=True)
        answers.append((sent.status_code, sent.redirect_chain, sent.content))
        subscriber("ada@example.org")
    assert answers[0] == answers[1]
    assert len(mail.outbox) == 2


def test_an_address_is_written_to_three_times_a_day_whoever_asks() -> None:
    for number in range(5):
        assert Client(REMOTE_ADDR=f"192.0.2.{number}").post(FORM, TYPED).status_code == 302
    assert len(mail.outbox) == 3


def test_a_client_may_ask_so_often_a_minute() -> None:
    client = Client()
    codes = [client.post(FORM, {**TYPED, "email": f"a{number}@example.org"}).status_code for number in range(22)]
    assert codes[-1] == 429
    assert codes[0] == 302


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"email": "nobody"}, "valid email address"),
        ({"countries": "Atlantis"}, "no country"),
        ({"ships": "9074728"}, "check digit"),
        ({"ships": "a ship"}, "seven digits"),
        ({"face": "spy"}, "valid choice"),
        ({"email": "ada\0@example.org"}, "Null characters"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(wrong: dict[str, str], words: str) -> None:
    answer = Client().post(FORM, {**TYPED, **wrong})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not mail.outbox


def test_a_mail_server_that_is_away_is_said(settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    answer = Client().post(FORM, TYPED)
    assert answer.status_code == 503
    assert "could not be sent just now" in answer.content.decode()


def test_one_click_leaves_without_a_page_a_cookie_or_a_sign_in() -> None:
    kept = subscriber()
    page = f"/advisory/subscribe/leave/{signing.leave_link(kept.uid)}/"
    client = Client(enforce_csrf_checks=True)
    assert "Yes, tell me no longer" in client.get(page).content.decode()
    assert Subscription.objects.exists()  # opening it leaves nothing
    assert client.post(page, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.exists()
    assert client.post(page).status_code == 200  # the second time the same
    assert client.post("/advisory/subscribe/leave/forged:x/").status_code == 404


def test_no_event_holds_an_address() -> None:
    kept = subscriber("ada.personal@example.org")
    Client().post(f"/advisory/subscribe/leave/{signing.leave_link(kept.uid)}/")
    told = Event.objects.for_the_system("what stands in events").filter(type__startswith="advisories.subscri")
    assert [one.type for one in told.order_by("number")] == ["advisories.subscribed", "advisories.subscription_left"]
    assert "personal@" not in "".join(f"{one.data}{one.personal}" for one in told)


def test_the_form_is_filled_from_a_country_page() -> None:
    assert ">\nNG</textarea>" in Client().get(f"{FORM}?country=ng").content.decode()
