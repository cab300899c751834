"""What the actions on self-assessments have in common: who may, and the row they work on."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.models import SelfAssessment
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.registry.queries.mergers import all_numbers

ANSWER, REVIEW = Permission.ANSWER_SELF_ASSESSMENT, Permission.REVIEW_SELF_ASSESSMENT


def person_of(by: Viewer) -> int:
    """Who acts. Raises AssessmentError where no person does."""
    if by.user_id is None:
        raise AssessmentError(_("A self-assessment is filled in and looked at by people."))
    return by.user_id


def answering_scope(country: str, facility: int | None, by: Viewer) -> dict[str, str] | None:
    """For what somebody may answer: the State, or the one facility whose officer it is; None where for neither."""
    if by.may(ANSWER, country=country):
        return {"country": country}
    own = by.reach(ANSWER, ScopeKind.FACILITY) or frozenset()
    held = facilities_by_key([facility], by).get(facility) if facility is not None and own else None
    number = next((one for one in all_numbers(held) if one in own), None) if held is not None else None
    return {"facility": number} if number is not None else None


def may_answer(assessment: SelfAssessment, by: Viewer) -> bool:
    """Whether somebody may fill in a self-assessment that they may read."""
    return answering_scope(assessment.country_id, assessment.facility_id, by) is not None


def to_answer(assessment: SelfAssessment, by: Viewer) -> tuple[SelfAssessment, dict[str, str]]:
    """The row, locked, and the scope by which somebody may answer it.

    Raises PermissionDenied; DoesNotExist where it may not be read.
    """
    held: SelfAssessment = SelfAssessment.objects.visible_to(by).select_for_update().get(pk=assessment.pk)
    scope = answering_scope(held.country_id, held.facility_id, by)
    if scope is None:
        raise PermissionDenied(ANSWER.meaning)
    return held, scope


def to_review(assessment: SelfAssessment, by: Viewer) -> SelfAssessment:
    """The row, locked, for an officer of its country. Raises as `to_answer`."""
    held: SelfAssessment = SelfAssessment.objects.visible_to(by).select_for_update().get(pk=assessment.pk)
    by.must(REVIEW, country=held.country_id)
    return held
