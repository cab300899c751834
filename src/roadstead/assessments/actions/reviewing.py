"""What officers of the programme make of a self-assessment: each answer validated or questioned, then sent on."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.assessments.actions.parts import person_of, to_review
from roadstead.assessments.actions.telling import tell_writers
from roadstead.assessments.enums import Standing, State
from roadstead.assessments.errors import AssessmentError, StaleError, text_of
from roadstead.assessments.events import AnswerReviewed, SelfAssessmentSentBack, SelfAssessmentValidated
from roadstead.assessments.models import Answer, Review, SelfAssessment
from roadstead.assessments.models.answers import LONGEST_WORDS
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


@action
def review_answer(
    *, assessment: SelfAssessment, answer: int, revision: int, verdict: Standing, words: str = "", by: Viewer
) -> Answer:
    """Validate an answer, or question it in words. revision: that of the answer that was read.

    Raises PermissionDenied, AssessmentError, StaleError; DoesNotExist where it may not be read.
    """
    held = to_review(assessment, by)
    _must_be_submitted(held)
    rows: Any = Answer.objects.filter(assessment=held.pk).stated()
    one: Answer | None = rows.select_for_update().filter(pk=answer).first()
    if one is None:
        raise AssessmentError(_("There is no such question in this self-assessment."))
    if one.revision != revision:
        raise StaleError(one)
    if verdict == Standing.OPEN:
        raise AssessmentError(_("Validate the answer, or question it."), "verdict")
    must = _("Say what you ask.") if verdict == Standing.QUESTIONED else ""
    said = text_of(words, most=LONGEST_WORDS, field="words", must=must)
    Review.objects.create(
        assessment=held,
        answer=one,
        verdict=verdict,
        words=said,
        revision=one.revision,
        said=one.said,
        said_words=one.words,
        by_id=person_of(by),
        at=clock.now(),
    )
    one.standing, one.reviewed = verdict, one.revision
    one.save(update_fields=["standing", "reviewed"])
    name = f"{one.element} {one.question}"
    record(AnswerReviewed(question=name, verdict=verdict.value, revision=one.revision), subject=held, by=by)
    return one


@action
def send_back(*, assessment: SelfAssessment, by: Viewer) -> SelfAssessment:
    """Give the questioned answers back, with the questions. Raises as `review_answer`."""
    held = to_review(assessment, by)
    _must_be_submitted(held)
    asked = _of(held).filter(standing=Standing.QUESTIONED)
    named = [f"{one.element} {one.question}" for one in asked]
    if not named:
        raise AssessmentError(_("No answer is questioned. Question one first, or close it."))
    _moved(held, State.QUESTIONED)
    record(SelfAssessmentSentBack(questions=named), subject=held, by=by)
    tell_writers(held, _("Your self-assessment came back with questions."))
    return held


@action
def close_validated(*, assessment: SelfAssessment, by: Viewer) -> SelfAssessment:
    """Close a questionnaire of which every answer is validated. Raises as `review_answer`."""
    held = to_review(assessment, by)
    _must_be_submitted(held)
    left = _of(held).exclude(standing=Standing.VALIDATED).count()
    if left:
        raise AssessmentError(_("%(count)s answers are not validated yet.") % {"count": left})
    held.ended_at, held.ended_by_id = clock.now(), person_of(by)
    _moved(held, State.VALIDATED)
    record(SelfAssessmentValidated(), subject=held, by=by)
    tell_writers(held, _("Every answer of your self-assessment is validated."))
    return held


def _of(held: SelfAssessment) -> Any:
    return Answer.objects.filter(assessment=held.pk).stated().order_by("place")


def _must_be_submitted(held: SelfAssessment) -> None:
    if held.state != State.SUBMITTED:
        raise AssessmentError(_("It is not submitted at this moment: its State is at work on it, or it has ended."))


def _moved(held: SelfAssessment, state: State) -> None:
    held.state, held.changed_at, held.revision = state, clock.now(), held.revision + 1
    held.save(update_fields=["state", "changed_at", "ended_at", "ended_by", "revision"])
