"""Submitting a self-assessment to the programme, or withdrawing it."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from roadstead.assessments.actions.parts import person_of, to_answer
from roadstead.assessments.actions.telling import tell_programme
from roadstead.assessments.enums import Said, Standing, State
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.events import SelfAssessmentSubmitted, SelfAssessmentWithdrawn
from roadstead.assessments.models import Answer, SelfAssessment
from roadstead.assessments.models.self_assessments import LONGEST_WHY
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

MOST_NAMED = 5  # questions in a message


@action
def submit(*, assessment: SelfAssessment, by: Viewer) -> SelfAssessment:
    """Hand it to the programme; every question has its answer, and “not known” is one.

    Raises PermissionDenied; AssessmentError that names what is lacking; DoesNotExist if withheld.
    """
    held, _scope = to_answer(assessment, by)
    if not State(held.state).is_open:
        raise AssessmentError(_("It was submitted already, or has ended."))
    rows: Any = Answer.objects.filter(assessment=held.pk).stated()
    answers: list[Answer] = list(rows.select_for_update().order_by("place"))
    _must_be_whole(answers)
    again = held.state == State.QUESTIONED
    rows.filter(standing=Standing.QUESTIONED).update(standing=Standing.OPEN)
    now = clock.now()
    held.state, held.submitted_by_id, held.submitted_at, held.changed_at = State.SUBMITTED, person_of(by), now, now
    held.revision += 1
    held.save(update_fields=["state", "submitted_by", "submitted_at", "changed_at", "revision"])
    counts = Counter(one.said for one in answers)
    told = [f"{value} {counts[value]}" for value in Said.values if counts[value]]
    record(SelfAssessmentSubmitted(answers=told, again=again), subject=held, by=by)
    tell_programme(held)
    return held


@action
def withdraw(*, assessment: SelfAssessment, why: str, by: Viewer) -> SelfAssessment:
    """Take it back, before it is validated. What was written stays where it is. Raises as `submit`."""
    held, _scope = to_answer(assessment, by)
    if State(held.state).has_ended:
        raise AssessmentError(_("It has ended already."))
    held.withdrawn_why = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is withdrawn."))
    held.state, held.ended_at, held.ended_by_id = State.WITHDRAWN, clock.now(), person_of(by)
    held.changed_at, held.revision = clock.now(), held.revision + 1
    held.save(update_fields=["state", "ended_at", "ended_by", "withdrawn_why", "changed_at", "revision"])
    record(SelfAssessmentWithdrawn(why=held.withdrawn_why), subject=held, by=by)
    return held


def lacks(one: Answer) -> str:
    """What an answer lacks before it can be submitted, in words; "" if nothing."""
    if not one.said:
        return _("no answer")
    if Said(one.said).wants_words and not one.words:
        return _("nothing in words")
    if one.standing == Standing.QUESTIONED and one.revision <= one.reviewed:
        return _("not answered anew")
    return ""


def _must_be_whole(answers: list[Answer]) -> None:
    lacking = [(one, told) for one in answers if (told := lacks(one))]
    if not lacking:
        return
    named = "; ".join(f"{one.element} ({told})" for one, told in lacking[:MOST_NAMED])
    more = len(lacking) - MOST_NAMED
    words = {"count": len(lacking), "named": f"{named}; …" if more > 0 else named}
    said = _("%(count)s of the questions are not done: %(named)s. Say “not known” where it is not known.")
    raise AssessmentError(said % words)
