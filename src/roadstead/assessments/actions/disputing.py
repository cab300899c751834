"""That a host does not agree with a shortfall, and what the programme answers."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.assessments.actions.closure_shape import keep, person_of, tell_host, to_verify, to_work
from roadstead.assessments.closure_enums import Verdict
from roadstead.assessments.closure_events import Disputed
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.models import Dispute
from roadstead.assessments.models.closure_parts import LONGEST_STEP
from roadstead.assessments.queries.closures import shortfall_of
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.observing import set_observation_state
from roadstead.visits.actions.telling import tell_officer
from roadstead.visits.observed_enums import ObservationState

LONGEST_STATE = 300  # characters of the reason on an observation


@action
def dispute(*, uid: UUID, observation: int, reason: str, by: Viewer) -> Dispute:
    """Dispute a shortfall that stands, as its host, with the reason. The same `uid` again disputes nothing more.

    Raises PermissionDenied; AssessmentError where one waits for its answer already.
    """
    held, _scope = to_work(observation, by)
    if by.holds(Permission.READ_PROGRAMME):
        raise PermissionDenied(_("A dispute is the host’s."))
    rows: Any = Dispute.objects.for_the_system("whether this form was sent before").filter(closure=held.pk)
    before: Dispute | None = rows.filter(uid=uid).first()
    if before is not None:
        unchanged()
        return before
    if rows.filter(verdict="").exists():
        raise AssessmentError(_("A dispute of this shortfall waits for its answer already."))
    seen = shortfall_of(observation, by)
    if seen is None or seen.state != ObservationState.STANDS:
        raise AssessmentError(_("It does not stand any more: there is nothing to dispute."))
    said = text_of(reason, most=LONGEST_STEP, field="reason", must=_("Say why you do not agree."))
    made: Dispute = Dispute.objects.create(uid=uid, closure=held, reason=said, by_id=person_of(by), at=clock.now())
    keep(held)
    record(Disputed(verdict=""), subject=held, by=by)
    at = f"/desk/closure/shortfalls/{held.observation_id}/"
    tell_officer(held.country_id, _("A State disputes a shortfall, and waits for an answer."), at, but=None)
    return made


@action
def answer_dispute(*, observation: int, number: int, verdict: Verdict, answer: str, by: Viewer) -> Dispute:
    """Answer a dispute: the observation stands, or the host is right and it is withdrawn. Raises as `dispute`."""
    held = to_verify(observation, by)
    rows: Any = Dispute.objects.filter(closure=held.pk, pk=number, verdict="").stated()
    one: Dispute | None = rows.first()
    if one is None:
        raise AssessmentError(_("No such dispute waits for an answer."))
    one.answer = text_of(answer, most=LONGEST_STEP, field="answer", must=_("Write the answer."))
    one.verdict, one.answered_by_id, one.answered_at = verdict, person_of(by), clock.now()
    one.save(update_fields=["answer", "verdict", "answered_by", "answered_at"])
    keep(held)
    record(Disputed(verdict=verdict.value), subject=held, by=by)
    if verdict == Verdict.UPHELD:
        seen = shortfall_of(observation, by)
        if seen is not None and seen.state != ObservationState.WITHDRAWN:
            why, gone = one.answer[:LONGEST_STATE], ObservationState.WITHDRAWN
            set_observation_state(observation=seen, state=gone, why=why, by=by)
    tell_host(held, _("Your dispute of a shortfall was answered."), by)
    return one
