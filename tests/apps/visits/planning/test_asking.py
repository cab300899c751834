"""Benefit to the host, less redundancy, as a step: others are asked, they answer, and the outcome is recorded."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common import clock as now
from roadstead.visits.actions import advancing, benefiting, clearing, days
from roadstead.visits.actions.shape import StaleVisitError, VisitError
from roadstead.visits.enums import Clearance, Reply, VisitState
from roadstead.visits.models import Asking, AskingReply, Visit
from roadstead.visits.queries.asking import asked_of, waiting_for
from tests import people
from tests.apps.visits.planning import acting
from tests.conftest import FrozenClock


@pytest.fixture
def visit(lea: User, embassy: User, agency: User) -> Visit:
    """A planned visit that is shared with Nigeria, where an embassy and an agency are."""
    made = acting.planned(lea, title="Lagos round")
    acting.shared(made, lea, "NG")
    return acting.anew(made)


def recorded(visit: Visit, by: User, unasked_why: str = "") -> Visit:
    held = acting.anew(visit)
    said = {"benefit": "Drills", "redundancy": "Customs comes along.", "unasked_why": unasked_why}
    return benefiting.record_benefit(visit=held, revision=held.revision, by=people.viewer(by), **said)


def test_neither_clearance_nor_notice_goes_before_the_step(lea: User, visit: Visit) -> None:
    said = {"visit": visit, "revision": visit.revision, "on": now.today(), "by": people.viewer(lea)}
    with pytest.raises(VisitError, match="Benefit and redundancy"):
        advancing.give_notice(**said)
    for clearance in (Clearance.ASKED, Clearance.GRANTED):
        with pytest.raises(VisitError, match="Benefit and redundancy"):
            clearing.set_clearance(**said, clearance=clearance, note="cable")
    assert acting.anew(visit).clearance == Clearance.NOT_ASKED


def test_the_embassy_and_agencies_are_asked_and_told_once(
    lea: User, embassy: User, agency: User, authority: User, visit: Visit
) -> None:
    first = acting.asked(visit, lea)
    assert acting.asked(visit, lea).pk == first.pk
    assert first.people == 2
    for somebody in (embassy, agency):
        assert sum("You are asked" in word for word in acting.words_to(somebody)) == 1
        assert [one.pk for one, _visit in waiting_for(people.viewer(somebody))] == [first.pk]
    assert not any("You are asked" in word for word in acting.words_to(authority))
    assert waiting_for(people.viewer(authority)) == []
    assert len(acting.events("visits.others_asked")) == 1


def test_the_step_waits_for_an_answer_or_for_the_day(
    lea: User, embassy: User, visit: Visit, clock: FrozenClock
) -> None:
    with pytest.raises(VisitError, match="Ask the embassy"):
        recorded(visit, lea)
    acting.asked(visit, lea)
    with pytest.raises(VisitError, match="Nobody has answered"):
        recorded(visit, lea)
    clock.set(now.today() + timedelta(8))
    assert recorded(visit, lea).deconflicted_at is not None


def test_an_answer_is_given_changed_and_recorded(lea: User, embassy: User, authority: User, visit: Visit) -> None:
    acting.asked(visit, lea)
    with pytest.raises(PermissionDenied):
        acting.replied(visit, authority, Reply.CLEAR)
    with pytest.raises(VisitError, match="Say which days"):
        acting.replied(visit, embassy, Reply.AVOID)
    acting.replied(visit, embassy, Reply.AVOID, "elections that week")
    acting.replied(visit, embassy, Reply.JOIN, "we share a car")
    acting.replied(visit, embassy, Reply.JOIN, "we share a car")
    asked = asked_of(acting.anew(visit))
    assert asked is not None
    assert [(one.agency, one.answer, one.why) for one in asked.replies] == [
        ("Customs (invented)", "join", "we share a car")
    ]
    assert len(acting.events("visits.asking_answered")) == 2
    assert any("answered about a visit" in word for word in acting.words_to(lea))
    assert waiting_for(people.viewer(embassy)) == []
    done = recorded(visit, lea)
    assert (done.redundancy, done.unasked_why, done.deconflicted_by_id) == ("Customs comes along.", "", lea.pk)
    assert recorded(visit, lea).revision == done.revision  # sent twice
    assert acting.notified(visit, lea).state == VisitState.NOTIFIED


def test_who_was_not_asked_has_a_reason_on_record(lea: User) -> None:
    visit = acting.planned(lea)
    with pytest.raises(VisitError, match="Share it with the State"):
        acting.asked(visit, lea)
    assert recorded(visit, lea, "restricted until the elections").unasked_why == "restricted until the elections"


def test_nobody_is_asked_where_nobody_is(lea: User) -> None:
    visit = acting.planned(lea)
    acting.shared(visit, lea, "NG")
    with pytest.raises(VisitError, match="Nobody of an embassy"):
        acting.asked(visit, lea)


def test_days_that_move_undo_the_step_and_the_question(lea: User, embassy: User, visit: Visit) -> None:
    acting.asked(visit, lea)
    acting.replied(visit, embassy, Reply.CLEAR)
    held = recorded(visit, lea)
    later = acting.FIRST + timedelta(60)
    moved = days.plan_visit(visit=held, revision=held.revision, first_on=later, last_on=later, by=people.viewer(lea))
    assert (moved.deconflicted_at, asked_of(moved)) == (None, None)
    with pytest.raises(VisitError, match="other days now"):
        acting.replied(visit, embassy, Reply.JOIN)
    assert acting.asked(visit, lea).first_on == later


def test_who_looked_at_an_older_revision_asks_and_records_nothing(lea: User, visit: Visit) -> None:
    said = {"visit": visit, "revision": visit.revision - 1, "by": people.viewer(lea)}
    with pytest.raises(StaleVisitError):
        benefiting.record_benefit(**said, benefit="Drills", redundancy="Nobody", unasked_why="nobody")


def test_the_database_holds_what_was_asked_and_answered(lea: User, embassy: User, visit: Visit) -> None:
    asking = acting.asked(visit, lea)
    said = {"first_on": asking.first_on, "last_on": asking.last_on, "answer_by": asking.answer_by, "people": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        Asking.objects.create(visit=visit, by=lea, at=now.now(), **said)
    for wrong in ({"answer": "avoid", "agency": "X"}, {"answer": "join", "agency": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AskingReply.objects.create(asking=asking, by=embassy, at=now.now(), **wrong)


def test_each_answers_on_their_own_screen(lea: User, embassy: User, authority: User, visit: Visit) -> None:
    desk, theirs = people.client_of(lea), people.client_of(embassy)
    at, partner = f"/desk/visits/{visit.pk}/", f"/partner/visits/{visit.pk}/"
    assert "were not asked" in desk.get(at).content.decode()
    assert theirs.get(f"{partner}answer/").status_code == 404
    sent = {"revision": visit.revision, "answer_by": "2026-12-01", "words": "Anything near?"}
    assert desk.post(f"{at}ask/", sent).status_code == 302
    page = theirs.get("/partner/visits/").content.decode()
    assert f"{partner}#asked" in page
    assert "Anything near?" in theirs.get(partner).content.decode()
    assert theirs.post(f"{partner}answer/", {"agency": "", "answer": "join"}).status_code == 422
    given = {"agency": "Customs (invented)", "answer": "combine", "why": "one programme"}
    assert theirs.post(f"{partner}answer/", given).status_code == 302
    assert "Change your answer" in theirs.get(partner).content.decode()
    assert "combine it with a visit of ours" in desk.get(at).content.decode()
    host = people.client_of(authority).get(partner).content.decode()
    assert "one programme" not in host
    revision = acting.anew(visit).revision
    said = {"revision": revision, "benefit": "Drills", "redundancy": "One programme with customs."}
    assert desk.post(f"{at}benefit/", said | {"redundancy": ""}).status_code == 422
    assert desk.post(f"{at}benefit/", said).status_code == 302
    assert "One programme with customs." in desk.get(at).content.decode()
