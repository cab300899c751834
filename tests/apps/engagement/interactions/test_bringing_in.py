"""An invitation or a message becomes a draft with its people matched; the same one is met again."""

from datetime import date, time

import pytest
from django.core.management import CommandError, call_command

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.interaction_states import discard_interaction
from roadstead.engagement.brought.draft import LARGEST, BroughtError
from roadstead.engagement.models import Interaction
from tests import people
from tests.apps.engagement.interactions.acting import INVITATION, MESSAGE, WHY, brought, linked, marked
from tests.apps.engagement.people import acting as persons


def test_an_invitation_says_what_when_where_and_with_whom(liaison: User) -> None:
    amina = persons.written(liaison, emails="amina@example.org", country="NG")
    body = persons.organisation(liaison)
    persons.part(amina, body, liaison)
    record = brought(liaison, INVITATION).interaction
    assert (record.subject, record.place, record.summary) == (
        "Drills at the quay",
        "Marina, Lagos",
        "First the gates.",
    )
    assert (record.held_on, record.held_at, record.zone) == (date(2026, 11, 20), time(9, 30), "Africa/Lagos")
    assert (record.kind, record.origin, record.origin_id) == ("meeting", "ics", "one@example.org")
    assert linked(record, "contacts") == [amina.pk]
    assert linked(record, "organisations") == [body.pk]
    assert linked(record, "countries") == ["NG"]
    assert record.strangers == [{"name": "Stranger (invented)", "address": "stranger@example.org"}]


def test_a_message_says_who_wrote_to_whom(liaison: User) -> None:
    record = brought(liaison, MESSAGE, "mail.eml").interaction
    assert (record.subject, record.summary) == ("Pôrt drills", "We will send the plan.")
    assert (record.kind, record.held_on, record.origin_id) == ("email", date(2026, 11, 20), "<m1@example.org>")
    assert linked(record, "officers") == [liaison.pk]
    assert [one["address"] for one in record.strangers] == ["amina@example.org", "stranger@example.org"]


def test_a_message_in_markup_is_read_without_it(liaison: User) -> None:
    markup = MESSAGE.replace(
        "\r\n\r\nWe will send", "\r\nContent-Type: text/html\r\n\r\n<style>p{}</style><p>We <b>will"
    )
    record = brought(liaison, markup, "mail.eml").interaction
    assert record.summary == "We will the plan."


@pytest.mark.parametrize(("text", "name"), [(INVITATION, "a.ics"), (MESSAGE, "a.eml")])
def test_the_same_file_is_met_again_by_a_colleague_too(liaison: User, analyst: User, text: str, name: str) -> None:
    first = brought(liaison, text, name)
    again = brought(analyst, text, f"other-{name}")
    assert (first.met, again.met) == (False, True)
    assert again.interaction.pk == first.interaction.pk
    assert len(persons.events("engagement.interaction_written")) == 1


def test_one_that_may_not_be_read_is_not_met(liaison: User, analyst: User) -> None:
    marked(brought(liaison, INVITATION).interaction, Mark.RESTRICTED, liaison)
    assert not brought(analyst, INVITATION).met


def test_one_that_was_taken_back_is_brought_in_anew(liaison: User) -> None:
    first = brought(liaison, INVITATION).interaction
    discard_interaction(interaction=first, why="not ours", by=people.viewer(liaison))
    assert not brought(liaison, INVITATION).met


def test_an_address_of_several_people_is_nobody_s(liaison: User) -> None:
    for name in ("One (invented)", "Two (invented)"):
        persons.written(liaison, name=name, emails="amina@example.org")
    record = brought(liaison, INVITATION).interaction
    assert linked(record, "contacts") == []
    assert len(record.strangers) == 2


def test_a_whole_day_has_no_time_and_an_unknown_zone_is_told_in_utc(liaison: User) -> None:
    whole = INVITATION.replace("DTSTART;TZID=Africa/Lagos:20261120T093000", "DTSTART;VALUE=DATE:20261120")
    assert brought(liaison, whole).interaction.held_at is None
    named = INVITATION.replace("Africa/Lagos", "Our Office").replace("one@", "two@")
    record = brought(liaison, named).interaction
    assert (record.held_at, record.zone) == (time(8, 30), "UTC")


BROKEN = {
    "empty": ("", "a.ics", "empty"),
    "words": ("Hello", "a.ics", "BEGIN:VCALENDAR"),
    "cut off": (INVITATION[:300], "a.ics", "broken"),
    "an answer": (INVITATION.replace("VERSION:2.0", "VERSION:2.0\nMETHOD:REPLY"), "a.ics", "answer"),
    "no event": ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "a.ics", "no event"),
    "no day": (INVITATION.replace("DTSTART;TZID=Africa/Lagos:20261120T093000\n", ""), "a.ics", "day"),
    "a wrong day": (INVITATION.replace("20261120T093000", "20261340T093000"), "a.ics", "broken"),
    "several": (
        INVITATION.replace("END:VCALENDAR", "BEGIN:VEVENT\nUID:x\nDTSTART:20261120T093000Z\nEND:VEVENT\nEND:VCALENDAR"),
        "a.ics",
        "several",
    ),
    "an address book": ("BEGIN:VCARD\nEND:VCARD\n", "a.vcf", "address book"),
    "no sender": ("Subject: x\r\n\r\nHello", "a.eml", "who wrote it"),
    "never sent": (MESSAGE.replace("Date: Fri, 20 Nov 2026 10:00:00 +0100\r\n", ""), "a.eml", "when it was sent"),
    "another program's": ("\0\0", "a.msg", "neither"),
}


@pytest.mark.parametrize("which", BROKEN)
def test_a_broken_file_is_refused_in_kind_words(liaison: User, which: str) -> None:
    text, name, words = BROKEN[which]
    with pytest.raises(BroughtError, match=words):
        brought(liaison, text, name)
    assert not Interaction.objects.for_the_system(WHY).exists()


def test_a_file_of_another_encoding_or_too_large_is_refused(liaison: User) -> None:
    with pytest.raises(BroughtError, match="UTF-8"):
        brought(liaison, INVITATION.replace("Drills", "Dr\xe4lls").encode("latin-1"))
    with pytest.raises(BroughtError, match="10 MB"):
        brought(liaison, b"x" * (LARGEST + 1))


def test_a_mail_server_pipes_messages_in(liaison: User, monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    class Pipe:
        class buffer:  # noqa: N801
            @staticmethod
            def read(most: int) -> bytes:
                return MESSAGE.encode()

    monkeypatch.setattr("sys.stdin", Pipe)
    call_command("mail_in", liaison.email)
    record = Interaction.objects.for_the_system(WHY).get()
    assert record.written_by == liaison
    with pytest.raises(CommandError, match="No officer"):
        call_command("mail_in", "nobody@example.org")
