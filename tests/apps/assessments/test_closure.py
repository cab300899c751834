"""The closure room: plan, evidence, two people of the programme, dispute; and what a host sees of it."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import Notification, User
from roadstead.accounts.roles import Role
from roadstead.assessments.actions.closure_planning import drop_step, plan_step
from roadstead.assessments.actions.disputing import answer_dispute, dispute
from roadstead.assessments.closure_enums import ClosureState, Verdict
from roadstead.assessments.errors import AssessmentError, StaleError
from roadstead.assessments.models import Closure, ClosureEvidence, Dispute, PlanItem
from roadstead.assessments.queries.closures import rooms, shared_shortfalls
from roadstead.common import clock
from roadstead.files.queries import attachments_of
from roadstead.registry.models import Facility
from roadstead.visits.models import Observation
from tests import people
from tests.apps.assessments import making
from tests.apps.visits.observed import acting as seeing
from tests.people import viewer


@pytest.fixture
def chief() -> User:
    return people.holder(Role.HEADQUARTERS, name="Cora Chief")


@pytest.fixture
def seen(chief: User) -> Observation:
    """A shortfall that is shared with Nigeria."""
    return making.shortfall(chief, "NG")


def test_a_host_plans_with_owner_and_day(nigeria: User, seen: Observation) -> None:
    made = making.planned(nigeria, seen)
    assert (made.owner, made.due_on) == ("The port", clock.today() + timedelta(60))
    for wrong, told in (({"owner": " "}, "who sees"), ({"due_on": None}, "Give the day"), ({"text": ""}, "what is")):
        with pytest.raises(AssessmentError, match=told):
            making.planned(nigeria, seen, **wrong)
    with pytest.raises(AssessmentError, match="past"):
        making.planned(nigeria, seen, due_on=date(2020, 1, 1))


def test_a_step_can_be_a_recommendation_that_goes_on_where_it_stands(
    nigeria: User, chief: User, seen: Observation
) -> None:
    said = seeing.recommended(chief, observation=seen)
    with pytest.raises(AssessmentError, match="shared with the State"):
        making.planned(nigeria, seen, recommendation=said.pk)
    seeing.shared(chief, said, "NG")
    with pytest.raises(AssessmentError, match="not both"):
        making.planned(nigeria, seen, recommendation=said.pk, text="Mend it, too.")
    made = making.planned(nigeria, seen, recommendation=said.pk)
    assert (made.recommendation_id, made.owner, made.due_on) == (said.pk, "", None)
    with pytest.raises(AssessmentError, match="in the plan already"):
        making.planned(nigeria, seen, recommendation=said.pk)


def test_a_step_is_dropped_with_why_and_stays(nigeria: User, seen: Observation) -> None:
    made = making.planned(nigeria, seen)
    with pytest.raises(AssessmentError, match="Say why"):
        drop_step(observation=seen.pk, item=made.pk, why="", by=viewer(nigeria))
    assert drop_step(observation=seen.pk, item=made.pk, why="Done otherwise.", by=viewer(nigeria)).dropped_why
    with pytest.raises(AssessmentError, match="no such step"):
        drop_step(observation=seen.pk, item=made.pk, why="Again.", by=viewer(nigeria))


def test_a_form_sent_twice_plans_and_proves_once(nigeria: User, seen: Observation) -> None:
    uid, due = uuid4(), clock.today() + timedelta(9)
    said: dict[str, Any] = {"uid": uid, "observation": seen.pk, "text": "Mend.", "owner": "A", "due_on": due}
    assert plan_step(by=viewer(nigeria), **said).pk == plan_step(by=viewer(nigeria), **said).pk
    assert making.proven(nigeria, seen, uid=uid).pk == making.proven(nigeria, seen, uid=uid).pk


def test_evidence_has_its_day_its_digest_and_versions(nigeria: User, seen: Observation) -> None:
    old = making.proven(nigeria, seen, dated_on=date(2026, 1, 1))
    assert old.dated_on != old.added_at.date()
    assert len(old.sha256) == 64
    new = making.proven(nigeria, seen, b"A newer register.\n", replaces=old.pk)
    assert (new.version, new.replaces_id) == (2, old.pk)
    with pytest.raises(AssessmentError, match="replaced this file already"):
        making.proven(nigeria, seen, b"Another.\n", replaces=old.pk)
    with pytest.raises(AssessmentError, match="evidence here already"):
        making.proven(nigeria, seen)
    with pytest.raises(AssessmentError, match="still to come"):
        making.proven(nigeria, seen, b"Later.\n", dated_on=date(2030, 1, 1))
    assert attachments_of(making.room(seen), viewer(nigeria)).count() == 2


def test_two_people_of_the_programme_close_it_and_the_observation_is_settled(
    nigeria: User, liaison: User, chief: User, seen: Observation
) -> None:
    making.wanted(chief, seen)
    with pytest.raises(AssessmentError, match="Add evidence first"):
        making.moved(nigeria, seen, "say_closed")
    making.proven(nigeria, seen)
    making.moved(nigeria, seen, "say_closed")
    with pytest.raises(PermissionDenied):
        making.moved(nigeria, seen, "look_at")
    with pytest.raises(AssessmentError, match="cannot be done now"):
        making.moved(chief, seen, "close")
    making.moved(liaison, seen, "look_at")
    with pytest.raises(AssessmentError, match="second person"):
        making.moved(liaison, seen, "close")
    closed = making.moved(chief, seen, "close")
    assert (closed.state, closed.looked_by_id, closed.closed_by_id) == (ClosureState.CLOSED, liaison.pk, chief.pk)
    seen.refresh_from_db()
    assert seen.state == "settled"


def test_what_came_after_it_was_looked_at_is_looked_at_first(nigeria: User, liaison: User, seen: Observation) -> None:
    making.proven(nigeria, seen)
    making.moved(nigeria, seen, "say_closed")
    before = making.room(seen).revision
    making.proven(nigeria, seen, b"More.\n")
    from roadstead.assessments.actions.closure_verifying import look_at

    with pytest.raises(StaleError):
        look_at(observation=seen.pk, revision=before, by=viewer(liaison))


def test_it_is_opened_again_with_what_is_missing(nigeria: User, liaison: User, chief: User, seen: Observation) -> None:
    making.proven(nigeria, seen)
    making.moved(nigeria, seen, "say_closed")
    with pytest.raises(AssessmentError, match="missing"):
        making.moved(liaison, seen, "open_again", why=" ")
    making.moved(liaison, seen, "look_at")
    making.moved(chief, seen, "close")
    again = making.moved(liaison, seen, "open_again", why="The gate was open again.")
    assert (again.state, again.said_by_id, again.closed_by_id) == (ClosureState.OPEN, None, None)
    seen.refresh_from_db()
    assert seen.state == "stands"


def test_a_dispute_has_a_reason_and_is_answered(nigeria: User, liaison: User, seen: Observation) -> None:
    said: dict[str, Any] = {"observation": seen.pk, "by": viewer(nigeria)}
    with pytest.raises(AssessmentError, match="why you do not agree"):
        dispute(uid=uuid4(), reason=" ", **said)
    made = dispute(uid=uuid4(), reason="The gate was closed that day.", **said)
    with pytest.raises(AssessmentError, match="waits for its answer"):
        dispute(uid=uuid4(), reason="Again.", **said)
    answer: dict[str, Any] = {"observation": seen.pk, "number": made.pk, "by": viewer(liaison)}
    with pytest.raises(AssessmentError, match="Write the answer"):
        answer_dispute(verdict=Verdict.REJECTED, answer="", **answer)
    done = answer_dispute(verdict=Verdict.REJECTED, answer="The picture shows it open.", **answer)
    assert done.answered_by_id == liaison.pk
    seen.refresh_from_db()
    assert seen.state == "stands"


def test_a_host_that_is_right_reads_the_answer_and_the_observation_is_withdrawn(
    nigeria: User, chief: User, seen: Observation
) -> None:
    made = dispute(uid=uuid4(), observation=seen.pk, reason="It is another gate.", by=viewer(nigeria))
    said: dict[str, Any] = {"number": made.pk, "verdict": Verdict.UPHELD, "answer": "You are right."}
    answer_dispute(observation=seen.pk, by=viewer(chief), **said)
    seen.refresh_from_db()
    assert seen.state == "withdrawn"
    assert [room.remains for room in rooms(viewer(nigeria))] == [False]


def test_officers_do_not_dispute_and_hosts_do_not_answer(nigeria: User, chief: User, seen: Observation) -> None:
    with pytest.raises(PermissionDenied):
        dispute(uid=uuid4(), observation=seen.pk, reason="No.", by=viewer(chief))
    made = dispute(uid=uuid4(), observation=seen.pk, reason="No.", by=viewer(nigeria))
    with pytest.raises(PermissionDenied):
        answer_dispute(observation=seen.pk, number=made.pk, verdict=Verdict.UPHELD, answer="Yes", by=viewer(nigeria))


def test_what_is_not_shared_has_no_room(nigeria: User, chief: User) -> None:
    hidden = making.shortfall(chief)
    assert list(shared_shortfalls(viewer(nigeria))) == []
    assert list(shared_shortfalls(viewer(chief))) == []
    for by in (nigeria, chief):
        with pytest.raises(AssessmentError, match="no shortfall that is shared"):
            making.planned(by, hidden) if by == nigeria else making.wanted(by, hidden)


def test_strengths_have_no_room(chief: User) -> None:
    seen = seeing.observed(chief, seeing.visit(chief), "strength")
    seeing.shared(chief, seen, "NG")
    assert list(shared_shortfalls(viewer(chief))) == []


def test_a_state_sees_nothing_of_another_even_where_the_observation_is_shared_with_both(
    nigeria: User, ghana: User, chief: User
) -> None:
    both = making.shortfall(chief, "NG", "GH")
    making.planned(nigeria, both)
    making.proven(nigeria, both)
    assert [one.pk for one in shared_shortfalls(viewer(nigeria))] == [both.pk]
    assert list(shared_shortfalls(viewer(ghana))) == []
    for model in (Closure, PlanItem, ClosureEvidence):
        assert model.objects.visible_to(viewer(nigeria)).count() == 1
        assert not model.objects.visible_to(viewer(ghana)).exists()
    assert not attachments_of(making.room(both), viewer(ghana)).exists()
    with pytest.raises(AssessmentError, match="no shortfall that is shared"):
        making.planned(ghana, both)


def test_an_observation_that_is_shared_no_more_takes_its_room_along(
    nigeria: User, chief: User, seen: Observation
) -> None:
    making.planned(nigeria, seen)
    from roadstead.common.access.marks import Mark
    from roadstead.visits.actions.observed_marking import mark_observed

    mark_observed(marked=seen, mark=Mark.PROGRAMME, reason="Shared by mistake.", by=viewer(chief))
    assert not Closure.objects.visible_to(viewer(nigeria)).exists()
    assert rooms(viewer(nigeria)) == []
    assert Closure.objects.visible_to(viewer(chief)).exists()


def test_a_facility_officer_works_on_its_own_and_sees_no_other(
    officer: User, quay: Facility, chief: User, seen: Observation
) -> None:
    mine = making.shortfall(chief, "NG", facility=quay.pk)
    assert [room.observation.pk for room in rooms(viewer(officer))] == [mine.pk]
    making.planned(officer, mine)
    making.proven(officer, mine)
    with pytest.raises(AssessmentError, match="no shortfall that is shared"):
        making.planned(officer, seen)


def test_the_host_is_told_without_the_words(nigeria: User, chief: User, seen: Observation) -> None:
    making.wanted(chief, seen)
    told = Notification.objects.filter(person=nigeria).order_by("pk").last()
    assert told is not None
    assert making.WANTED not in told.text


def test_the_officer_of_the_facility_is_told_too(officer: User, quay: Facility, chief: User) -> None:
    mine = making.shortfall(chief, "NG", facility=quay.pk)
    before = Notification.objects.filter(person=officer).count()
    making.wanted(chief, mine)
    assert Notification.objects.filter(person=officer).count() == before + 1


@pytest.mark.parametrize("wrong", [{"state": "closed"}, {"state": "looked_at"}, {"mark": "programme"}])
def test_the_database_refuses_a_room_that_cannot_be(nigeria: User, seen: Observation, wrong: dict[str, str]) -> None:
    making.planned(nigeria, seen)
    with pytest.raises(IntegrityError), transaction.atomic():
        Closure.objects.for_the_system("a test breaks it").filter(observation=seen.pk).update(**wrong)


def test_the_database_refuses_that_one_person_closes(
    nigeria: User, liaison: User, chief: User, seen: Observation
) -> None:
    making.proven(nigeria, seen)
    making.moved(nigeria, seen, "say_closed")
    making.moved(liaison, seen, "look_at")
    making.moved(chief, seen, "close")
    with pytest.raises(IntegrityError), transaction.atomic():
        Closure.objects.for_the_system("a test breaks it").filter(observation=seen.pk).update(closed_by=liaison)


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (PlanItem, {"owner": ""}),
        (PlanItem, {"due_on": None}),
        (PlanItem, {"dropped_why": "Because."}),
        (ClosureEvidence, {"version": 2}),
        (Dispute, {"reason": ""}),
        (Dispute, {"verdict": "upheld"}),
    ],
)
def test_the_database_refuses_parts_that_cannot_be(nigeria: User, seen: Observation, model: Any, wrong: Any) -> None:
    making.planned(nigeria, seen)
    making.proven(nigeria, seen)
    dispute(uid=uuid4(), observation=seen.pk, reason="No.", by=viewer(nigeria))
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.for_the_system("a test breaks it").update(**wrong)
