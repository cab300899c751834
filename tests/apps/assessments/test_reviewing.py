"""From the draft to the last validated answer: submitted, questioned, answered anew, closed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import Notification, User
from roadstead.assessments.actions import reviewing, submitting
from roadstead.assessments.enums import Standing
from roadstead.assessments.errors import AssessmentError, StaleError
from roadstead.assessments.models import Answer, Review, SelfAssessment
from roadstead.assessments.queries.basis import said_of
from roadstead.audit.models import Event
from roadstead.registry.models import Facility
from tests import people
from tests.apps.assessments import acting
from tests.people import viewer


@pytest.fixture
def sent(nigeria: User, own: SelfAssessment) -> SelfAssessment:
    return acting.submitted(nigeria, own)


def test_what_is_not_done_is_named_and_not_submitted(nigeria: User, own: SelfAssessment) -> None:
    with pytest.raises(AssessmentError, match=r"of the questions are not done: GOV-1 \(no answer\)"):
        submitting.submit(assessment=own, by=viewer(nigeria))
    acting.filled(nigeria, own, "no", "")
    with pytest.raises(AssessmentError, match="nothing in words"):
        submitting.submit(assessment=own, by=viewer(nigeria))
    for answer in acting.answers(own):
        acting.typed(nigeria, own, answer, base=1, said="not_known")
    assert submitting.submit(assessment=own, by=viewer(nigeria)).state == "submitted"
    with pytest.raises(AssessmentError, match="submitted already"):
        submitting.submit(assessment=own, by=viewer(nigeria))


def test_each_answer_is_validated_and_then_it_is_closed(liaison: User, sent: SelfAssessment) -> None:
    by = viewer(liaison)
    with pytest.raises(AssessmentError, match="not validated yet"):
        reviewing.close_validated(assessment=sent, by=by)
    for answer in acting.answers(sent):
        acting.reviewed(liaison, sent, answer)
    assert reviewing.close_validated(assessment=sent, by=by).state == "validated"
    assert {one.standing for one in acting.answers(sent)} == {"validated"}
    with pytest.raises(AssessmentError, match="not submitted at this moment"):
        acting.reviewed(liaison, sent, acting.answers(sent)[0])


def test_a_questioned_answer_goes_back_with_its_question_and_only_that_one_is_open(
    liaison: User, nigeria: User, sent: SelfAssessment
) -> None:
    first, second = acting.answers(sent)[:2]
    acting.reviewed(liaison, sent, first, "questioned", "Which article of the law?")
    acting.reviewed(liaison, sent, second)
    assert reviewing.send_back(assessment=sent, by=viewer(liaison)).state == "questioned"
    assert Notification.objects.filter(person=nigeria, text__contains="came back").exists()
    assert acting.typed(nigeria, sent, second, said="no", base=1).late, "what was not questioned stays closed"
    with pytest.raises(AssessmentError, match="not answered anew"):
        submitting.submit(assessment=sent, by=viewer(nigeria))
    acting.typed(nigeria, sent, first, words="Article 4.", base=1)
    submitting.submit(assessment=sent, by=viewer(nigeria))
    assert [one.standing for one in acting.answers(sent)[:2]] == ["open", "validated"]
    review = Review.objects.for_the_system("a test looks").get(answer=first.pk)
    assert (review.words, review.said_words) == ("Which article of the law?", "As the law says (invented).")


def test_a_question_has_words_and_there_is_one_to_send_back(liaison: User, sent: SelfAssessment) -> None:
    with pytest.raises(AssessmentError, match="Say what you ask"):
        acting.reviewed(liaison, sent, acting.answers(sent)[0], "questioned")
    with pytest.raises(AssessmentError, match="No answer is questioned"):
        reviewing.send_back(assessment=sent, by=viewer(liaison))


def test_an_answer_that_changed_since_it_was_read_is_not_validated_unread(
    liaison: User, nigeria: User, sent: SelfAssessment
) -> None:
    first = acting.answers(sent)[0]
    before, by = first.revision - 1, viewer(liaison)
    with pytest.raises(StaleError):
        reviewing.review_answer(assessment=sent, answer=first.pk, revision=before, verdict=Standing.VALIDATED, by=by)


def test_a_draft_is_not_reviewed_and_only_officers_of_the_country_review(
    liaison: User, nigeria: User, own: SelfAssessment
) -> None:
    first = acting.answers(own)[0]
    with pytest.raises(AssessmentError, match="not submitted"):
        acting.reviewed(liaison, own, first)
    for user in (nigeria, people.holder("liaison", "GH", name="Gia Elsewhere"), people.holder("analyst")):
        with pytest.raises(PermissionDenied):
            acting.reviewed(user, own, first)


def test_withdrawn_it_ends_and_another_may_begin(nigeria: User, own: SelfAssessment) -> None:
    with pytest.raises(AssessmentError, match="Say why"):
        submitting.withdraw(assessment=own, why=" ", by=viewer(nigeria))
    assert submitting.withdraw(assessment=own, why="Begun twice.", by=viewer(nigeria)).state == "withdrawn"
    with pytest.raises(AssessmentError, match="ended already"):
        submitting.withdraw(assessment=own, why="Again.", by=viewer(nigeria))
    assert acting.begun(nigeria).pk != own.pk


def test_every_step_says_what_was_done(liaison: User, sent: SelfAssessment) -> None:
    acting.reviewed(liaison, sent, acting.answers(sent)[0], "questioned", "Which article?")
    reviewing.send_back(assessment=sent, by=viewer(liaison))
    events = Event.objects.for_the_system("a test looks").filter(subject_kind="assessments.selfassessment")
    types = set(events.values_list("type", flat=True))
    names = {"self_begun", "answers_kept", "self_submitted", "answer_reviewed", "self_sent_back"}
    assert types == {f"assessments.{one}" for one in names}
    assert "Which article" not in str(list(events.values_list("data", flat=True)))


def test_what_was_submitted_is_a_source_for_an_assessment_element_by_element(
    nigeria: User, liaison: User, officer: User, quay: Facility, own: SelfAssessment
) -> None:
    assert said_of("NG", viewer(liaison)) == [], "a draft is no source"
    one = acting.begun(officer, facility=quay)
    acting.filled(officer, one, "no", "Not yet.")
    submitting.submit(assessment=one, by=viewer(officer))
    acting.submitted(nigeria, own)
    acting.reviewed(liaison, own, acting.answers(own)[0])
    found = said_of("NG", viewer(liaison))
    assert {(row.facility, row.says) for row in found} == {(None, "yes"), (quay.pk, "no")}
    assert [(row.element, row.validated) for row in found if row.facility is None][:2] == [
        ("GOV-1", True),
        ("GOV-2", False),
    ]


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"mark": "public"}, "assessments_self_mark"),
        ({"asked_of": "facility"}, "assessments_self_asked_of"),
        ({"state": "lost"}, "assessments_self_state"),
        ({"state": "submitted"}, "assessments_self_submitted"),
        ({"state": "withdrawn"}, "assessments_self_"),
    ],
)
def test_the_database_holds_the_same_rules(own: SelfAssessment, change: dict[str, str], constraint: str) -> None:
    rows = SelfAssessment.objects.for_the_system("a test breaks the rule").filter(pk=own.pk)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rows.update(**change)


def test_the_database_refuses_a_validated_answer_without_one(own: SelfAssessment) -> None:
    rows = Answer.objects.for_the_system("a test breaks the rule").filter(assessment=own.pk)
    with pytest.raises(IntegrityError, match="assessments_answer"), transaction.atomic():
        rows.update(standing="validated", reviewed=1)
