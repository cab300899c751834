"""Messages: what changed for whom, once however often the worker dies, put off where a server refuses, given up."""

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from roadstead.advisories.models import EditionTold, Face, Message, Pace, Sending
from roadstead.advisories.subscriptions import worker
from roadstead.advisories.subscriptions.actions import working
from roadstead.advisories.subscriptions.actions.queueing import due_at, notice_editions, queue_edition
from roadstead.advisories.subscriptions.presenters import messages
from roadstead.advisories.subscriptions.queries import outbox
from roadstead.common import clock as real_clock
from roadstead.rulebook.publishing import publish
from tests.apps.subscriptions.servers import Mailbox
from tests.apps.subscriptions.telling import BY, TODAY, kenya_listed, queued, subscriber
from tests.conftest import FrozenClock
from tests.rulebook import new


def text_of(box: Mailbox, number: int = -1) -> str:
    part = box.got[number].get_body(preferencelist=("plain",))
    assert part is not None
    return str(part.get_content())


def test_what_is_there_when_it_begins_is_no_news() -> None:
    subscriber()
    assert EditionTold.objects.filter(quiet=True).count() > 10
    assert notice_editions(by=BY) == 0


def test_each_is_told_what_changed_for_them_and_nothing_else(folder: Path, mailbox: Mailbox) -> None:
    subscriber("kenya@example.org", countries=("KE",))
    subscriber("nigeria@example.org", countries=("NG",), face=Face.AGENT)
    subscriber("togo@example.org", countries=("TG",))
    assert queued(folder) == 2
    call_command("send_subscriptions")
    assert sorted(mailbox.to) == ["kenya@example.org", "nigeria@example.org"]
    by_address = {str(one["To"]): number for number, one in enumerate(mailbox.got)}
    kenya, nigeria = (text_of(mailbox, by_address[f"{who}@example.org"]) for who in ("kenya", "nigeria"))
    assert "Kenya goes on the list: 15 December 2026." in kenya
    assert "C1" in kenya
    assert "Lagos" not in kenya
    assert "Invented Jetty of Lagos (Nigeria) is excepted: 15 December 2026." in nigeria
    assert "Kenya goes" not in nigeria
    assert "C1" not in nigeria


def test_ships_are_given_no_verdict_and_ports_their_own_words(folder: Path, mailbox: Mailbox) -> None:
    subscriber("fleet@example.org", face=Face.PUBLIC, ships=("9074729",))
    subscriber("port@example.org", face=Face.AUTHORITY, countries=("KE",))
    queued(folder)
    call_command("send_subscriptions")
    fleet, port = (text_of(mailbox, number) for number in (0, 1))
    assert "Your ship: IMO 9074729." in fleet
    assert "no verdict is given" in fleet
    assert "C1" in fleet  # who has ships is told what they do in port
    assert "Ships that call in Kenya come under conditions of entry" in port
    assert "C1" not in port


def test_the_message_has_two_forms_fetches_nothing_and_is_left_by_one_click(folder: Path, mailbox: Mailbox) -> None:
    kept = subscriber()
    queued(folder)
    call_command("send_subscriptions")
    (got,) = mailbox.got
    assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert str(got["List-Unsubscribe"]).strip().startswith("<https://psa.example.org/advisory/subscribe/leave/")
    assert got["Auto-Submitted"] == "auto-generated"
    assert str(got["Subject"]) == "Port security advisory: Kenya, Nigeria"
    html = got.get_body(preferencelist=("html",))
    assert html is not None
    page = str(html.get_content())
    for fetched in ("<img", "<link", "<script", "<style", "src=", "url("):
        assert fetched not in page
    assert "Kenya goes on the list" in page
    group = outbox.Group(kept, tuple(Message.objects.select_related("edition")))
    again = messages.message(group)
    assert again is not None
    assert again.message()["Message-ID"] == got["Message-ID"]  # the same name however often it is made


def test_run_again_nobody_is_told_twice(folder: Path, mailbox: Mailbox) -> None:
    for number in range(3):
        subscriber(f"a{number}@example.org")
    queued(folder)
    for _ in range(3):
        call_command("send_subscriptions")
    assert len(mailbox.got) == 3
    assert queue_edition(edition=new.ID, countries=None, by=BY) == 0
    assert set(Message.objects.values_list("state", flat=True)) == {Sending.SENT}


class KilledError(BaseException):
    """What a worker that is killed leaves behind."""


def die(*_args: object, **_more: object) -> None:
    raise KilledError


@pytest.mark.parametrize("step", ["messages.message", "working.hand_over", "working.was_sent"])
def test_killed_anywhere_it_is_sent_once(
    step: str, folder: Path, mailbox: Mailbox, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscriber()
    queued(folder)
    with monkeypatch.context() as patch:
        patch.setattr(f"roadstead.advisories.subscriptions.worker.{step}", die)
        patch.setattr("roadstead.advisories.subscriptions.worker.working.release", lambda **_more: None)
        with pytest.raises(KilledError):
            call_command("send_subscriptions")
    call_command("send_subscriptions")  # the dead worker may be alive for all that is known: nothing is taken from it
    before = len(mailbox.got)
    clock.advance(timedelta(minutes=16))
    call_command("send_subscriptions")
    clock.advance(timedelta(days=3))
    call_command("send_subscriptions")
    assert len(mailbox.got) == 1
    held = Message.objects.get()
    if step == "working.was_sent":  # it may have been handed over: nobody sends it again but a person
        assert before == 1
        assert held.state == Sending.UNKNOWN
        assert working.retry(message=held, by=BY)
        call_command("send_subscriptions")
        assert len(mailbox.got) == 2
    assert Message.objects.get().state == Sending.SENT


def test_what_another_worker_has_taken_is_not_sent(folder: Path, mailbox: Mailbox) -> None:
    subscriber()
    queued(folder)
    claim = working.claim(kind=Message, by=BY)
    call_command("send_subscriptions")
    assert not mailbox.got
    keys = list(Message.objects.values_list("pk", flat=True))
    assert not working.hand_over(kind=Message, keys=keys, claim=uuid4(), by=BY)
    assert working.hand_over(kind=Message, keys=keys, claim=claim, by=BY)


def test_a_server_that_refuses_is_tried_with_growing_waits_and_given_up(
    folder: Path, mailbox: Mailbox, clock: FrozenClock
) -> None:
    subscriber()
    queued(folder)
    mailbox.refuse = {"RCPT": "451 later"}
    waits = []
    for _ in range(working.MOST_ATTEMPTS):
        with pytest.raises(CommandError):
            call_command("send_subscriptions")
        held = Message.objects.get()
        waits.append(held.due_at - real_clock.now())
        clock.set(held.due_at)
    assert waits[:-1] == [timedelta(minutes=one) for one in working.MINUTES]
    assert (held.state, held.reason) == (Sending.GIVEN_UP, "The mail server refused the address (451).")
    assert not mailbox.got


def test_an_address_that_is_refused_for_good_is_given_up_at_once_and_the_rest_is_sent(
    folder: Path, mailbox: Mailbox
) -> None:
    subscriber("first@example.org")
    subscriber("second@example.org")
    queued(folder)
    mailbox.refuse = {"RCPT": "550 no such mailbox"}
    with pytest.raises(CommandError, match="2 given up"):
        call_command("send_subscriptions")
    assert set(Message.objects.values_list("state", flat=True)) == {Sending.GIVEN_UP}


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        ({"220": "554 no service here"}, "The mail server refused the message (554)."),
        ({"220": "421 too busy"}, "The mail server refused the message (421)."),
        ({"MAIL": "553 not your address"}, "The mail server refused our address (553)."),
    ],
)
def test_a_server_that_refuses_us_is_tried_again_and_nothing_is_lost(
    refusal: dict[str, str], reason: str, folder: Path, mailbox: Mailbox, clock: FrozenClock
) -> None:
    for number in range(2):
        subscriber(f"a{number}@example.org")
    queued(folder)
    mailbox.refuse = refusal
    with pytest.raises(CommandError, match="2 put off"):
        call_command("send_subscriptions")
    assert set(Message.objects.values_list("state", "reason")) == {(Sending.QUEUED, reason)}
    mailbox.refuse = {}
    clock.advance(timedelta(minutes=5))
    call_command("send_subscriptions")
    assert len(mailbox.got) == 2


def test_a_server_that_refuses_the_text_is_tried_again(folder: Path, mailbox: Mailbox, clock: FrozenClock) -> None:
    subscriber()
    queued(folder)
    mailbox.refuse = {"DATA": "552 too much"}
    with pytest.raises(CommandError, match="1 put off"):
        call_command("send_subscriptions")
    mailbox.refuse = {}
    clock.advance(timedelta(minutes=5))
    call_command("send_subscriptions")
    assert len(mailbox.got) == 1


def test_what_a_server_may_have_taken_before_it_broke_off_is_not_sent_again(
    folder: Path, mailbox: Mailbox, clock: FrozenClock
) -> None:
    subscriber()
    queued(folder)
    mailbox.breaks = True
    with pytest.raises(CommandError, match="1 not known"):
        call_command("send_subscriptions")
    mailbox.breaks = False
    clock.advance(timedelta(days=3))
    call_command("send_subscriptions")
    held = Message.objects.get()
    assert (held.state, held.reason) == (Sending.UNKNOWN, "The mail server broke off.")
    assert len(mailbox.got) == 1


def test_a_server_that_takes_one_message_at_a_time_is_opened_again(folder: Path, mailbox: Mailbox) -> None:
    for number in range(3):
        subscriber(f"a{number}@example.org")
    queued(folder)
    mailbox.hangs_up = True
    call_command("send_subscriptions")
    assert len(mailbox.got) == 3


def test_a_server_that_is_away_puts_all_off(folder: Path, mailbox: Mailbox, settings: object) -> None:
    for number in range(3):
        subscriber(f"a{number}@example.org")
    queued(folder)
    settings.EMAIL_PORT = 1  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="3 put off"):
        call_command("send_subscriptions")
    assert set(Message.objects.values_list("reason", flat=True)) == {"The mail server could not be reached."}


def test_a_digest_gathers_editions_and_waits_for_its_hour(folder: Path, mailbox: Mailbox, clock: FrozenClock) -> None:
    subscriber("daily@example.org", pace=Pace.DAILY)
    queued(folder)
    call_command("send_subscriptions")
    assert not mailbox.got
    clock.set("2026-12-02T05:00:00+00:00")
    off = new.later("2026-12-20-psa-10-26", new.schema.DelistCountries(countries=("LY",)), known=date(2026, 12, 2),
                    effective=date(2026, 12, 20), title="Invented: Libya off")  # fmt: skip
    publish(folder / "rulebook", off, today=date(2026, 12, 2))
    call_command("send_subscriptions")
    assert not mailbox.got
    clock.set("2026-12-02T06:00:00+00:00")
    call_command("send_subscriptions")
    (got,) = mailbox.got
    said = text_of(mailbox)
    assert "Kenya goes on the list" in said
    assert "Libya comes off the list: 20 December 2026." in said
    assert str(got["Subject"]) == "Port security advisory: Kenya, Libya, Nigeria"


@pytest.mark.parametrize(
    ("pace", "now", "due"),
    [
        (Pace.AT_ONCE, "2026-12-01T07:00:00+00:00", "2026-12-01T07:00:00+00:00"),
        (Pace.DAILY, "2026-12-01T05:59:00+00:00", "2026-12-01T06:00:00+00:00"),
        (Pace.DAILY, "2026-12-01T06:00:00+00:00", "2026-12-02T06:00:00+00:00"),
        (Pace.WEEKLY, "2026-12-01T07:00:00+00:00", "2026-12-07T06:00:00+00:00"),
        (Pace.WEEKLY, "2026-12-07T05:00:00+00:00", "2026-12-07T06:00:00+00:00"),
        (Pace.WEEKLY, "2026-12-07T06:00:00+00:00", "2026-12-14T06:00:00+00:00"),
    ],
)
def test_digests_are_due_in_the_morning(pace: Pace, now: str, due: str, clock: FrozenClock) -> None:
    clock.set(now)
    assert due_at(pace, real_clock.now()).isoformat() == due


def test_who_leaves_before_the_run_is_sent_nothing(folder: Path, mailbox: Mailbox) -> None:
    kept = subscriber()
    queued(folder)
    kept.delete()
    call_command("send_subscriptions")
    assert not mailbox.got


def test_history_that_is_added_late_is_no_news(folder: Path, clock: FrozenClock) -> None:
    subscriber()
    kenya_listed(folder)
    clock.set(TODAY + timedelta(days=90))
    assert notice_editions(by=BY) == 0
    assert EditionTold.objects.get(edition=new.ID).quiet


def test_ten_thousand_are_queued_in_a_few_statements(folder: Path, at_most_queries: object) -> None:
    from roadstead.advisories.models import Subscription

    now = real_clock.now()
    Subscription.objects.bulk_create(
        Subscription(email=f"a{number}@example.org", confirmed_at=now, changed_at=now) for number in range(10_000)
    )
    kenya_listed(folder)
    with at_most_queries(130):  # a hundred rows each on SQLite  # type: ignore[operator]
        assert queue_edition(edition=new.ID, countries={"KE"}, by=BY) == 10_000
    assert Message.objects.count() == 10_000


def test_a_run_says_what_it_came_to(folder: Path, mailbox: Mailbox, capsys: pytest.CaptureFixture[str]) -> None:
    subscriber()
    kenya_listed(folder)
    call_command("send_subscriptions")
    assert "1 queued of editions that came otherwise." in capsys.readouterr().out
    run = worker.send_messages(BY)
    assert (run.sent, run.put_off, run.given_up) == (0, 0, 0)
