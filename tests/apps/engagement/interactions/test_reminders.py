"""Reminders of one's countries: on the desk, on their page, and once a day by mail."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.commitments import keep_commitment
from roadstead.engagement.actions.contacts import retire_contact
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import DigestSent
from roadstead.engagement.presenters.reminders import reminders_shown
from roadstead.engagement.reminder_days import days
from tests import people
from tests.apps.engagement.interactions import acting
from tests.apps.engagement.interactions.acting import asked, completed, marked, promised, written
from tests.apps.engagement.people import acting as persons
from tests.apps.engagement.people.acting import page
from tests.apps.registry import posting
from tests.conftest import CountQueries, FrozenClock

MONTH = acting.TODAY.replace(month=10)


@pytest.fixture
def officer(liaison: User, headquarters: User) -> User:
    """Who answers for Nigeria."""
    posting.assign(headquarters, liaison, "NG")
    return liaison


def texts(who: User) -> list[str]:
    return [one.text for one in reminders_shown(people.viewer(who)) or []]


def test_a_country_without_contact_is_told_of_after_the_days_that_are_set(officer: User, clock: FrozenClock) -> None:
    assert texts(officer) == ["Nigeria: no contact is recorded."]
    written(officer, summary="A draft is no contact.")
    assert texts(officer) == ["Nigeria: no contact is recorded."]
    completed(officer)
    assert texts(officer) == []
    clock.advance(timedelta(days=days().no_contact("NG")))
    assert texts(officer) == ["Nigeria: no contact since 22 November 2026, more than 180 days."]


def test_a_promise_is_told_of_once_it_is_overdue(officer: User, clock: FrozenClock) -> None:
    record = completed(officer, held_on=MONTH)
    row = promised(record, officer, due_on=acting.TODAY)
    promised(record, officer, what="Send theirs", side=Side.THEIRS, due_on=MONTH)
    promised(completed(officer, countries=["TG"], held_on=MONTH), officer, due_on=MONTH, what="Elsewhere")
    assert texts(officer) == ["Their promise is overdue since 22 October 2026 (NG): Send theirs"]
    clock.set("2026-11-23")
    assert texts(officer)[1] == "Our promise is overdue since 22 November 2026 (NG): Send the plan"
    keep_commitment(commitment=row, on=acting.TODAY, by=people.viewer(officer))
    assert len(texts(officer)) == 1


def test_a_question_is_told_of_to_who_is_asked_and_when_late_to_who_answers_for_the_country(
    officer: User, analyst: User, headquarters: User
) -> None:
    posting.assign(headquarters, analyst, "GH")
    record = completed(officer, countries=["NG", "GH"])
    asked(record, officer, officer=analyst.pk)
    assert texts(officer) == []
    assert texts(analyst) == ["You are asked (GH): Who keeps the log?"]
    asked(record, officer, officer=headquarters.pk, question="When?", due_on=MONTH)
    assert texts(officer) == ["An answer is overdue (NG): When?"]


def test_the_change_of_a_person_is_told_to_others_for_a_while(
    officer: User, headquarters: User, clock: FrozenClock
) -> None:
    completed(officer)
    contact = persons.written(headquarters, country="NG")
    retire_contact(contact=contact, retired=True, by=people.viewer(headquarters))
    assert texts(officer) == ["The entry of Amina Bello (invented) was changed: see what is new."]
    assert texts(headquarters) == []
    clock.advance(timedelta(days=15))
    assert texts(officer) == []


def test_a_last_contact_is_no_change_and_one_s_own_neither(officer: User, headquarters: User) -> None:
    contact = persons.written(officer, country="NG")
    completed(headquarters, contacts=[contact.pk])
    retire_contact(contact=contact, retired=True, by=people.viewer(officer))
    assert texts(officer) == []


def test_what_one_may_not_read_is_not_told(officer: User, headquarters: User) -> None:
    completed(officer)
    record = completed(headquarters, held_on=MONTH)
    promised(record, headquarters, due_on=MONTH)
    marked(record, Mark.RESTRICTED, headquarters)
    assert texts(officer) == []


def test_a_restricted_contact_counts_only_for_who_reads_it(officer: User, headquarters: User) -> None:
    marked(completed(headquarters), Mark.RESTRICTED, headquarters)
    assert texts(officer) == ["Nigeria: no contact is recorded."]


def test_they_stand_on_the_desk_and_on_their_page(officer: User, at_most_queries: CountQueries) -> None:
    for number in range(12):
        promised(completed(officer, held_on=MONTH), officer, what=f"Promise {number}", due_on=MONTH)
    client = people.client_of(officer)
    with at_most_queries(people.SIGNED_IN + 13):
        text = page(client, "/desk/")
    assert "All 12" in text
    text = page(client, f"{acting.LIST}reminders/")
    assert text.count("Our promise is overdue") == 12
    assert "Nothing waits for you" in page(people.client_of(people.holder("analyst")), f"{acting.LIST}reminders/")


class TestDigest:
    def test_it_is_sent_once_a_day_and_names_no_record(self, officer: User, clock: FrozenClock) -> None:
        promised(completed(officer, held_on=MONTH), officer, due_on=MONTH)
        for _time in range(2):
            call_command("send_digests")
        (message,) = mail.outbox
        assert message.to == [officer.email]
        assert message.subject == "Roadstead: 1 reminder"
        assert "1 promise is overdue" in message.body
        assert "Send the plan" not in message.body
        assert len(persons.events("engagement.digest_sent", officer)) == 1
        clock.set("2026-11-23")
        call_command("send_digests")
        assert len(mail.outbox) == 2

    def test_who_has_nothing_to_be_reminded_of_is_left_alone(self, officer: User) -> None:
        completed(officer)
        call_command("send_digests")
        assert mail.outbox == []
        assert not DigestSent.objects.exists()

    def test_a_mail_server_that_fails_is_tried_again(self, officer: User, settings: object) -> None:
        settings.EMAIL_BACKEND = "tests.apps.engagement.interactions.failing.Backend"  # type: ignore[attr-defined]
        with pytest.raises(CommandError, match="1 could not be sent"):
            call_command("send_digests")
        assert not DigestSent.objects.exists()
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
        call_command("send_digests")
        assert len(mail.outbox) == 1


def test_what_one_promised_oneself_is_told_of_wherever_it_was(officer: User, liaison: User, analyst: User) -> None:
    record = completed(officer, countries=["TG"], held_on=MONTH)
    promised(record, officer, what="Mine", due_on=MONTH, officer=analyst.pk)
    asked(record, officer, question="Who knows?", officer=analyst.pk)
    assert texts(analyst) == [
        "Our promise is overdue since 22 October 2026 (not of your countries): Mine",
        "You are asked (not of your countries): Who knows?",
    ]
    marked(record, Mark.RESTRICTED, officer)
    assert texts(analyst) == []
