"""Webhooks: signed, tried again, put out of use; and they lead into no private network."""

import hashlib
import hmac
import json
import socket
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from roadstead.accounts.models import Notification, User
from roadstead.advisories.models import Delivery, Sending, Webhook
from roadstead.advisories.subscriptions import signing
from roadstead.advisories.subscriptions.actions import webhooks, working
from roadstead.advisories.subscriptions.actions.shape import SubscriptionError
from roadstead.advisories.subscriptions.destinations import DestinationError, checked, resolve
from tests.apps.subscriptions.servers import Receiver, Slow, running
from tests.apps.subscriptions.telling import kenya_listed, queued
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer
from tests.rulebook import new


@pytest.fixture
def owner() -> User:
    return holder("operator", name="Olga Operator")


@pytest.fixture
def production(settings: Any) -> None:
    settings.ENVIRONMENT = SimpleNamespace(production=True)


def made(owner: User, address: str, *countries: str) -> Webhook:
    return webhooks.make_webhook(address=address, countries=countries, by=viewer(owner))


def run() -> None:
    try:
        call_command("send_subscriptions")
    except CommandError:
        return


def test_a_program_is_called_once_with_what_changed_signed(
    owner: User, receiver: Receiver, folder: Path, clock: FrozenClock
) -> None:
    hook = made(owner, receiver.address, "KE")
    queued(folder)
    for _ in range(2):
        call_command("send_subscriptions")
    ((headers, body),) = receiver.got
    said = json.loads(body)
    assert said["schema"] == "roadstead/advisory-event/1"
    assert said["edition"]["id"] == new.ID
    assert [(one["change"], one["country"], one["on"]) for one in said["changes"]] == [("added", "KE", "2026-12-15")]
    assert said["page"] == f"https://psa.example.org/advisory/editions/{new.ID}/"
    assert headers["Roadstead-Delivery"] == said["delivery"] == f"{hook.uid}.{new.ID}"
    second, digest = (part.partition("=")[2] for part in headers["Roadstead-Signature"].split(","))
    expected = hmac.new(signing.secret(hook).encode(), f"{second}.".encode() + body, hashlib.sha256).hexdigest()
    assert digest == expected
    assert int(second) == int(clock().timestamp())
    kept = Delivery.objects.get()
    assert (kept.state, kept.code, kept.reason) == (Sending.SENT, 204, "")


def test_what_it_is_not_for_is_not_sent(owner: User, receiver: Receiver, folder: Path) -> None:
    made(owner, receiver.address, "TG")
    queued(folder)
    call_command("send_subscriptions")
    assert not receiver.got


@pytest.mark.parametrize("answer", [500, 302, 404])
def test_any_other_answer_is_tried_again_and_followed_nowhere(
    answer: int, owner: User, receiver: Receiver, folder: Path, clock: FrozenClock
) -> None:
    made(owner, receiver.address)
    receiver.answers = [answer, 200]
    queued(folder)
    run()
    held = Delivery.objects.get()
    assert (held.state, held.code, held.attempts) == (Sending.QUEUED, answer, 1)
    clock.advance(timedelta(minutes=5))
    run()
    held.refresh_from_db()
    assert (held.state, held.code) == (Sending.SENT, 200)
    assert receiver.got[0][1] == receiver.got[1][1]
    assert Webhook.objects.get().failures == 0


def test_one_that_keeps_failing_is_put_out_of_use_and_its_owner_told(
    owner: User, receiver: Receiver, folder: Path, clock: FrozenClock
) -> None:
    hook = made(owner, receiver.address)
    receiver.answers = [503]
    queued(folder)
    for _ in range(working.MOST_ATTEMPTS):
        run()
        clock.set(Delivery.objects.get().due_at)
    hook.refresh_from_db()
    assert hook.disabled_at is not None
    assert hook.disabled_why == "It answered 503."
    assert Delivery.objects.get().state == Sending.GIVEN_UP
    assert Notification.objects.filter(person=owner, text__contains="out of use").count() == 1
    assert len(receiver.got) == working.MOST_ATTEMPTS
    webhooks.resume(webhook=hook, by=viewer(owner))
    hook.refresh_from_db()
    assert hook.disabled_at is None


def test_gone_is_gone(owner: User, receiver: Receiver, folder: Path) -> None:
    hook = made(owner, receiver.address)
    receiver.answers = [410]
    queued(folder)
    run()
    hook.refresh_from_db()
    assert hook.disabled_at is not None
    assert len(receiver.got) == 1


def test_one_that_is_not_there_says_so(owner: User, folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made(owner, f"http://127.0.0.1:{port}/")
    queued(folder)
    run()
    held = Delivery.objects.get()
    assert held.code is None
    assert held.reason.startswith("It could not be called")


@pytest.mark.parametrize(("drips", "limit"), [(False, "SECONDS"), (True, "WHOLE")])
def test_one_that_never_ends_its_answer_is_left_in_time_and_tried_again(
    drips: bool, limit: str, owner: User, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SECONDS", "WHOLE"):  # the other limit would not end it within this test
        monkeypatch.setattr(f"roadstead.advisories.subscriptions.calling.{name}", 0.5 if name == limit else 900)
    with running(Slow(drips)) as slow:
        made(owner, slow.address)
        queued(folder)
        run()
    held = Delivery.objects.get()
    assert (held.state, held.code, held.attempts) == (Sending.QUEUED, None, 1)
    assert held.reason == "It did not answer in time."


def test_a_slow_one_holds_up_no_other(
    owner: User, receiver: Receiver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadstead.advisories.subscriptions.calling.SECONDS", 0.3)
    with running(Slow(drips=False)) as slow:
        made(owner, slow.address)
        made(owner, receiver.address)
        queued(folder)
        run()
    assert len(receiver.got) == 1


def test_a_worker_that_dies_while_calling_calls_again(
    owner: User, receiver: Receiver, folder: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        """What a worker that is killed leaves behind."""

    def die(**_more: object) -> None:
        raise KilledError

    made(owner, receiver.address)
    queued(folder)
    with monkeypatch.context() as patch:
        patch.setattr("roadstead.advisories.subscriptions.worker.working.was_sent", die)
        with pytest.raises(KilledError):
            call_command("send_subscriptions")
    clock.advance(timedelta(minutes=16))
    call_command("send_subscriptions")
    assert len({headers["Roadstead-Delivery"] for headers, _body in receiver.got}) == 1
    assert len(receiver.got) == 2


PRIVATE = (
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.4",
    "169.254.169.254",
    "[::1]",
    "[fd00::1]",
    "[::ffff:10.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:a00:1::]",
    "0.0.0.0",
)


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize("host", PRIVATE)
def test_no_private_address_is_taken(host: str) -> None:
    with pytest.raises(DestinationError, match="private network"):
        checked(f"https://{host}/psa")


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize(
    "address",
    ["http://example.org/", "ftp://example.org", "https://", "https://a:b@example.org/", "https://ex ample.org", "x",
     "https://example.org:99999/", "https://[::1", f"https://example.org/{'x' * 500}", "https://example.org/\n"],
)  # fmt: skip
def test_only_plain_https_is_taken(address: str) -> None:
    if address.endswith("\n"):
        assert checked(address).hostname == "example.org"  # typed with a line's end
        return
    with pytest.raises(DestinationError):
        checked(address)


def answering(*addresses: str) -> Callable[..., Any]:
    return lambda *_asked, **_more: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in addresses]


@pytest.mark.usefixtures("production")
def test_a_name_is_looked_at_when_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "roadstead.advisories.subscriptions.destinations.socket.getaddrinfo", answering("93.184.216.34")
    )
    place = resolve("https://example.org/psa?x=1")
    assert (place.address, place.host, place.named, place.path) == (
        "93.184.216.34", "example.org", "example.org", "/psa?x=1",
    )  # fmt: skip
    for led in (["10.0.0.1"], ["93.184.216.34", "127.0.0.1"]):
        monkeypatch.setattr("roadstead.advisories.subscriptions.destinations.socket.getaddrinfo", answering(*led))
        with pytest.raises(DestinationError, match="private network"):
            resolve("https://example.org/psa")


@pytest.mark.usefixtures("production")
def test_a_name_that_turned_private_is_not_called(owner: User, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(owner, "https://example.org/psa")
    monkeypatch.setattr("roadstead.advisories.subscriptions.destinations.socket.getaddrinfo", answering("127.0.0.1"))
    queued(folder)
    run()
    assert "private network" in Delivery.objects.get().reason


def test_the_pages_of_its_owner(owner: User, receiver: Receiver, folder: Path) -> None:
    client = client_of(owner)
    shown = client.post("/me/webhooks/", {"address": receiver.address, "countries": "Kenya"}).content.decode()
    hook = Webhook.objects.get()
    first = signing.secret(hook)
    assert first in shown
    page = client.get("/me/webhooks/").content.decode()
    assert first not in page  # it is shown once
    assert "In use" in page
    again = client.post(f"/me/webhooks/{hook.pk}/secret/").content.decode()
    hook.refresh_from_db()
    assert signing.secret(hook) != first
    assert signing.secret(hook) in again
    kenya_listed(folder)
    call_command("send_subscriptions")
    told = client.get("/me/webhooks/").content.decode()
    assert "204" in told
    assert client_of(holder("operator", name="Other One")).post(f"/me/webhooks/{hook.pk}/remove/").status_code == 404
    assert client.post(f"/me/webhooks/{hook.pk}/remove/").status_code == 302
    assert not Webhook.objects.exists()


def test_a_wrong_address_is_said_beside_its_field(owner: User) -> None:
    answer = client_of(owner).post("/me/webhooks/", {"address": "ftp://example.org", "countries": ""})
    assert answer.status_code == 422
    assert "https://" in answer.content.decode()


def test_so_many_and_nobody_else(owner: User) -> None:
    for number in range(webhooks.MOST_WEBHOOKS):
        made(owner, f"https://example.org/{number}")
    with pytest.raises(SubscriptionError, match="Remove one first"):
        made(owner, "https://example.org/more")
    other = holder("operator", name="Other One")
    with pytest.raises(PermissionDenied):
        webhooks.renew_secret(webhook=Webhook.objects.all()[0], by=viewer(other))
