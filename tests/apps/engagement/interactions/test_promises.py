"""Promises are kept or dropped with a reason; questions are closed by their answer alone."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import Notification, User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.commitments import Promise, drop_commitment, keep_commitment, make_commitment
from roadstead.engagement.actions.interaction_shape import InteractionError
from roadstead.engagement.actions.joining import merge_contacts, part_contacts
from roadstead.engagement.actions.referrals import answer_referral
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import Commitment, Referral
from roadstead.registry.open_items import open_with
from tests import people
from tests.apps.engagement.interactions import acting
from tests.apps.engagement.interactions.acting import asked, linked, marked, promise_anew, promised, written
from tests.apps.engagement.people import acting as persons


class TestPromises:
    def test_one_is_written_once(self, liaison: User) -> None:
        record, uid, by = written(liaison), uuid4(), people.viewer(liaison)
        promise = Promise("Send the plan", Side.OURS, date(2026, 12, 1), officer=liaison.pk)
        first = make_commitment(interaction=record, uid=uid, promise=promise, by=by)
        assert make_commitment(interaction=record, uid=uid, promise=promise, by=by).pk == first.pk
        (event,) = persons.events("engagement.commitment_made", record)
        assert "plan" not in str(event.data)

    def test_the_owner_is_on_the_side_that_promised(self, liaison: User) -> None:
        contact, record = persons.written(liaison), written(liaison)
        for side, owner in ((Side.OURS, {"contact": contact.pk}), (Side.THEIRS, {"officer": liaison.pk})):
            with pytest.raises(InteractionError, match="side"):
                promised(record, liaison, side=side, **owner)
        with pytest.raises(InteractionError, match="one owner"):
            promised(record, liaison, officer=liaison.pk, contact=contact.pk)
        assert promised(record, liaison, side=Side.THEIRS, contact=contact.pk).contact_id == contact.pk

    def test_it_is_kept_once(self, liaison: User) -> None:
        row, by = promised(written(liaison), liaison), people.viewer(liaison)
        with pytest.raises(InteractionError, match="still to come"):
            keep_commitment(commitment=row, on=date(2026, 12, 1), by=by)
        with pytest.raises(InteractionError, match="before it was promised"):
            keep_commitment(commitment=row, on=date(2026, 11, 1), by=by)
        keep_commitment(commitment=row, on=acting.TODAY, by=by)
        assert promise_anew(row).kept_on == acting.TODAY
        with pytest.raises(InteractionError, match="already"):
            drop_commitment(commitment=row, why="no", by=by)

    def test_it_is_dropped_with_a_reason(self, liaison: User) -> None:
        row, by = promised(written(liaison), liaison), people.viewer(liaison)
        with pytest.raises(InteractionError, match="why"):
            drop_commitment(commitment=row, why="", by=by)
        drop_commitment(commitment=row, why="the office was closed", by=by)
        assert promise_anew(row).dropped_why == "the office was closed"

    def test_the_database_holds_it(self, liaison: User) -> None:
        row = promised(written(liaison), liaison)
        rows = Commitment.objects.for_the_system(acting.WHY).filter(pk=row.pk)
        for fields in ({"what": ""}, {"dropped_on": acting.TODAY}, {"dropped_why": "x"}, {"side": "x"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                rows.update(**fields)


class TestQuestions:
    def test_a_colleague_is_told_and_so_is_who_asked(self, liaison: User, analyst: User) -> None:
        record = written(liaison)
        row = asked(record, liaison, officer=analyst.pk)
        told = Notification.objects.get(person=analyst, url__contains="engagement")
        assert "question" in told.text
        assert told.url == f"/desk/engagement/{record.pk}/#questions"
        answer_referral(referral=row, answer="The harbour office.", by=people.viewer(analyst))
        assert "answered" in Notification.objects.get(person=liaison, url__contains="engagement").text

    def test_nothing_but_an_answer_closes_it(self, liaison: User) -> None:
        body = persons.organisation(liaison)
        row, by = asked(written(liaison), liaison, organisation=body.pk), people.viewer(liaison)
        with pytest.raises(InteractionError, match="nothing else closes"):
            answer_referral(referral=row, answer=" ", by=by)
        rows = Referral.objects.for_the_system(acting.WHY).filter(pk=row.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(answered_by=liaison.pk, answered_at="2026-11-22T00:00Z")
        answer_referral(referral=row, answer="They do.", by=by)
        with pytest.raises(InteractionError, match="already"):
            answer_referral(referral=row, answer="They do not.", by=by)

    def test_it_is_asked_of_one(self, liaison: User, analyst: User, nigeria: User) -> None:
        record, body = written(liaison), persons.organisation(liaison)
        for whom in ({}, {"officer": analyst.pk, "organisation": body.pk}, {"officer": nigeria.pk}):
            with pytest.raises(InteractionError):
                asked(record, liaison, **whom)

    def test_who_may_not_read_the_record_is_not_asked(self, liaison: User, analyst: User) -> None:
        record = written(liaison)
        marked(record, Mark.RESTRICTED, liaison)
        with pytest.raises(InteractionError, match="may not read it"):
            asked(record, liaison, officer=analyst.pk)
        marked(record, Mark.RESTRICTED, liaison, people=[analyst.pk])
        assert asked(record, liaison, officer=analyst.pk)


def test_the_parts_of_a_withheld_record_are_withheld(liaison: User, analyst: User) -> None:
    record = written(liaison)
    promise, question = promised(record, liaison), asked(record, liaison, officer=analyst.pk)
    marked(record, Mark.RESTRICTED, liaison)
    by = people.viewer(analyst)
    assert not Commitment.objects.visible_to(by).exists()
    assert not Referral.objects.visible_to(by).exists()
    for act in (
        lambda: keep_commitment(commitment=promise, on=acting.TODAY, by=by),
        lambda: answer_referral(referral=question, answer="x", by=by),
    ):
        with pytest.raises(type(record).DoesNotExist):
            act()


def test_who_reads_a_partner_s_share_writes_nothing(liaison: User, nigeria: User) -> None:
    record = written(liaison)
    row = promised(record, liaison)
    marked(record, Mark.PARTNER, liaison, states=["NG"])
    with pytest.raises(PermissionDenied):
        keep_commitment(commitment=row, on=acting.TODAY, by=people.viewer(nigeria))


def test_a_hand_over_lists_what_is_open(liaison: User) -> None:
    record = written(liaison)
    promised(record, liaison, due_on=date(2026, 12, 1))
    body = persons.organisation(liaison)
    asked(record, liaison, organisation=body.pk)
    texts = " ".join(one.text for one in open_with(["NG"]))
    for words in ("We promised: “Send the plan”, due 1 December 2026", "Who keeps the log?", "still a draft"):
        assert words in texts
    assert not [one for one in open_with(["GH"]) if "promised" in one.text]
    marked(record, Mark.RESTRICTED, liaison)
    assert "Send the plan" not in " ".join(one.text for one in open_with(["NG"]))


def test_what_a_person_said_and_promised_follows_a_joining_and_goes_back(liaison: User) -> None:
    kept, merged = (persons.written(liaison, country="NG") for _ in range(2))
    alone, both = written(liaison, contacts=[merged.pk]), written(liaison, contacts=[kept.pk, merged.pk])
    row = promised(alone, liaison, side=Side.THEIRS, contact=merged.pk)
    by = people.viewer(liaison)
    merger = merge_contacts(kept=kept, merged=merged, why="the same card", by=by)
    assert linked(alone, "contacts") == [kept.pk]
    assert linked(both, "contacts") == [kept.pk, merged.pk]
    assert promise_anew(row).contact_id == kept.pk
    part_contacts(merger=merger, by=by)
    assert linked(alone, "contacts") == [merged.pk]
    assert promise_anew(row).contact_id == merged.pk
