"""Short forms for the tests of interactions. Everybody here is invented."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.bringing_in import Landed, bring_in
from roadstead.engagement.actions.commitments import Promise, make_commitment
from roadstead.engagement.actions.interaction_marking import mark_interaction
from roadstead.engagement.actions.interaction_shape import InteractionSaid
from roadstead.engagement.actions.interaction_states import complete_interaction
from roadstead.engagement.actions.interactions import write_interaction
from roadstead.engagement.actions.referrals import Question, refer_question
from roadstead.engagement.interaction_enums import InteractionKind, Side
from roadstead.engagement.models import Commitment, Interaction, Referral
from tests import people

LIST = "/desk/engagement/"
WHY = "a test looks"
TODAY = date(2026, 11, 22)  # of the clock that stands


def said(**given: Any) -> InteractionSaid:
    plain = {"kind": InteractionKind.MEETING, "held_on": TODAY, "subject": "Drills", "countries": ["NG"]}
    return InteractionSaid(**(plain | given))


def written(by: User, uid: UUID | None = None, **given: Any) -> Interaction:
    """A draft, written by the action."""
    return write_interaction(uid=uid or uuid4(), said=said(**given), by=people.viewer(by))


def completed(by: User, **given: Any) -> Interaction:
    made = written(by, **({"summary": "We spoke of drills."} | given))
    return complete_interaction(interaction=made, by=people.viewer(by))


def anew(record: Interaction) -> Interaction:
    return Interaction.objects.for_the_system(WHY).get(pk=record.pk)


def marked(record: Interaction, mark: Mark, by: User, **more: Any) -> None:
    mark_interaction(interaction=record, mark=mark, reason="for a test", by=people.viewer(by), **more)


def promised(record: Interaction, by: User, *, what: str = "Send the plan", side: Side = Side.OURS, **more: Any) -> Any:
    promise = Promise(what, side, **more)
    return make_commitment(interaction=record, uid=uuid4(), promise=promise, by=people.viewer(by))


def asked(record: Interaction, by: User, *, question: str = "Who keeps the log?", **more: Any) -> Referral:
    said_ = Question(question, **more)
    return refer_question(interaction=record, uid=uuid4(), asked=said_, by=people.viewer(by))


def promise_anew(row: Commitment) -> Commitment:
    return Commitment.objects.for_the_system(WHY).get(pk=row.pk)


def brought(by: User, content: bytes | str, name: str = "meeting.ics") -> Landed:
    data = content.encode() if isinstance(content, str) else content
    return bring_in(file_name=name, content=data, by=people.viewer(by))


def linked(record: Interaction, name: str) -> list[Any]:
    """The keys of one kind that an interaction names."""
    through = getattr(Interaction, name).through._default_manager.filter(interaction=record)
    column = {"countries": "country_id", "contacts": "contact_id", "officers": "user_id"}.get(name, "organisation_id")
    return sorted(through.values_list(column, flat=True))


INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Invented//EN
BEGIN:VTIMEZONE
TZID:Africa/Lagos
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:one@example.org
DTSTAMP:20261101T000000Z
DTSTART;TZID=Africa/Lagos:20261120T093000
DTEND;TZID=Africa/Lagos:20261120T103000
SUMMARY:Drills at the quay
LOCATION:Marina\\, Lagos
DESCRIPTION:First the gates.
ORGANIZER;CN=Amina Bello (invented):mailto:Amina@example.org
ATTENDEE;CN=Stranger (invented):mailto:stranger@example.org
END:VEVENT
END:VCALENDAR
"""
MESSAGE = (
    "From: Amina Bello <amina@example.org>\r\nTo: lea.liaison@example.org\r\nCc: stranger@example.org\r\n"
    "Subject: =?utf-8?b?UMO0cnQgZHJpbGxz?=\r\nDate: Fri, 20 Nov 2026 10:00:00 +0100\r\n"
    "Message-ID: <m1@example.org>\r\n\r\nWe will send the plan.\r\n"
)
