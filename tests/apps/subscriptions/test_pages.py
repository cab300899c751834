"""A person’s own subscription, the officers’ page, publication that queues, and an account that is closed."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from roadstead.accounts.actions.grants import withdraw_role
from roadstead.accounts.actions.leaving import close_account
from roadstead.accounts.models import Grant
from roadstead.advisories.models import EditionTold, Message, Sending, Subscription, Webhook
from roadstead.advisories.subscriptions.actions.webhooks import make_webhook
from roadstead.audit.models import Event
from tests.apps.subscriptions.servers import Mailbox
from tests.apps.subscriptions.telling import queued, subscriber
from tests.people import almighty, client_of, holder, viewer

TYPED = {"face": "operator", "pace": "now", "countries": "Kenya", "ships": "9074729"}


def test_somebody_with_an_account_keeps_theirs_without_a_message() -> None:
    person = holder("operator", email="olga@example.org")
    client = client_of(person)
    assert "You are told of nothing yet" in client.get("/me/subscription/").content.decode()
    assert client.post("/me/subscription/", TYPED).status_code == 302
    kept = Subscription.objects.get()
    assert (kept.email, kept.person_id, kept.everywhere) == ("olga@example.org", person.pk, False)
    assert "9074729" in client.get("/me/subscription/").content.decode()
    assert client.post("/me/subscription/", {**TYPED, "ships": "1"}).status_code == 422
    assert client.post("/me/subscription/leave/").status_code == 302
    assert not Subscription.objects.exists()
    assert client.post("/me/subscription/leave/").status_code == 302


def test_what_was_asked_for_in_the_open_is_found_again_after_signing_in() -> None:
    subscriber("olga@example.org", countries=("GH",))
    client = client_of(holder("operator", email="olga@example.org"))
    assert "GH" in client.get("/me/subscription/").content.decode()
    client.post("/me/subscription/", TYPED)
    assert list(Subscription.objects.get().countries.values_list("code", flat=True)) == ["KE"]


def test_officers_see_what_was_not_sent_and_why_and_have_it_tried_again(folder: Path, mailbox: Mailbox) -> None:
    chief, analyst = client_of(holder("headquarters")), client_of(holder("analyst"))
    assert "Nobody was told of an edition yet" in chief.get("/desk/editions/messages/").content.decode()
    subscriber("ada.lovelace@example.org")
    queued(folder)
    mailbox.refuse = {"RCPT": "550 no such mailbox"}
    with pytest.raises(CommandError):
        call_command("send_subscriptions")
    page = chief.get("/desk/editions/messages/").content.decode()
    assert "a…@example.org" in page
    assert "lovelace" not in page
    assert "The mail server refused the address (550)." in page
    assert "Nothing is in trouble" in chief.get("/desk/editions/messages/?state=unknown").content.decode()
    file = chief.get("/desk/editions/messages/export.csv").content.decode()
    assert "a…@example.org" in file
    assert "lovelace" not in file
    assert chief.get("/desk/editions/messages/export.pdf").status_code == 404
    held = Message.objects.get()
    again = f"/desk/editions/messages/{held.pk}/again/"
    assert "Try again" not in analyst.get("/desk/editions/messages/").content.decode()
    assert analyst.post(again).status_code == 403
    assert chief.post(again).status_code == 302
    held.refresh_from_db()
    assert held.state == Sending.QUEUED
    mailbox.refuse = {}
    call_command("send_subscriptions")
    assert len(mailbox.got) == 1
    told = Event.objects.for_the_system("what was done").filter(type="advisories.messages_retried")
    assert told.count() == 1


def test_the_public_opens_neither(db: None) -> None:
    for page in ("/me/subscription/", "/me/webhooks/", "/desk/editions/messages/"):
        assert Client().get(page).status_code == 302


def test_an_account_that_is_closed_takes_its_subscription_and_webhooks_along() -> None:
    person = holder("operator", email="olga@example.org")
    client_of(person).post("/me/subscription/", TYPED)
    make_webhook(address="https://olga.example.org/psa", countries=(), by=viewer(person))
    by = almighty()
    for grant in Grant.objects.filter(person=person):
        withdraw_role(grant=grant, why="for a test", by=by)
    close_account(person=person, why="for a test", by=by)
    assert not Subscription.objects.exists()
    assert not Webhook.objects.exists()
    events = Event.objects.for_the_system("what stands in events").filter(type__startswith="advisories.")
    assert "olga" not in "".join(f"{one.data}{one.personal}" for one in events)


def test_the_way_to_it_stands_on_the_advisory() -> None:
    assert 'href="/advisory/subscribe/"' in Client().get("/advisory/").content.decode()


def test_the_log_tells_of_it(folder: Path, mailbox: Mailbox) -> None:
    subscriber("ada.lovelace@example.org")
    queued(folder)
    call_command("send_subscriptions")
    page = client_of(holder("headquarters")).get("/desk/log/").content.decode()
    assert "1 by mail, 0 to webhooks" in page
    assert "sent 1, put off 0" in page
    assert "lovelace" not in page
    assert EditionTold.objects.filter(quiet=False).count() == 1
