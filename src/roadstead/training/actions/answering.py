"""Answering a request: taken up, answered by an offering, done, declined; withdrawn by who asked; gates of the law."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.training.actions.shape import as_seen, keep, must_go, person_of
from roadstead.training.actions.telling import tell_askers, tell_of_request
from roadstead.training.catalogue import gates
from roadstead.training.enums import REQUEST_WAYS, OfferingState, RequestState, Says
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.models import GateSaid, Offering, Request
from roadstead.training.models.offerings import LONGEST_WHY
from roadstead.training.request_events import GateStated, RequestStepped


@action
def answer_request(
    *,
    request: Request,
    to: RequestState,
    why: str = "",
    offering: Offering | None = None,
    revision: int | None = None,
    by: Viewer,
) -> Request:
    """Take a request up, answer it by an offering, say that it is done, or decline it with a reason; the State is told.

    Raises PermissionDenied; TrainingError; StaleError; DoesNotExist where it may not be read.
    """
    by.must(Permission.KEEP_TRAINING)
    held = _held(request, by)
    as_seen(held, revision)
    if to in (RequestState.WITHDRAWN, RequestState.ASKED):
        raise TrainingError(_("Who asked withdraws a request."))
    must_go(REQUEST_WAYS, RequestState, held.state, to)
    must = _("Say why.") if to == RequestState.DECLINED else ""
    reason = text_of(why, most=LONGEST_WHY, field="why", must=must)
    if to == RequestState.OFFERED:
        held.offering_id = _fitting(held, offering, by).pk
    if to == RequestState.DONE and not _was_held(held, by):
        raise TrainingError(_("The offering that answers it was not held yet."))
    _step(held, to, reason, by)
    tell_askers(held, _("Your request for training was answered."))
    return held


@action
def withdraw_request(*, request: Request, why: str, by: Viewer) -> Request:
    """Withdraw a request, as the State that asked or an officer for it. Raises as `answer_request`."""
    by.must(Permission.ASK_TRAINING, country=request.country_id)
    held = _held(request, by)
    if held.state == RequestState.WITHDRAWN:
        unchanged()
        return held
    must_go(REQUEST_WAYS, RequestState, held.state, RequestState.WITHDRAWN)
    reason = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is withdrawn."))
    _step(held, RequestState.WITHDRAWN, reason, by)
    tell_of_request(held, _("A request for training was withdrawn."), but=by.user_id)
    return held


@action
def say_gate(*, request: Request, gate: str, says: Says, why: str, by: Viewer) -> GateSaid:
    """Say whether a condition of the law is met, and why. Raises as `answer_request`."""
    by.must(Permission.KEEP_TRAINING)
    held = _held(request, by)
    if gate not in {one.code for one in gates().gates}:
        raise TrainingError(_("The law has no such condition."), "gate")
    reason = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why."))
    made: GateSaid = GateSaid.objects.create(
        request=held, gate=gate, says=says, why=reason, by_id=person_of(by), at=clock.now()
    )
    record(GateStated(gate=gate, says=says.value), subject=held, by=by)
    return made


def _held(request: Request, by: Viewer) -> Request:
    rows: Any = Request.objects.visible_to(by).select_for_update(of=("self",))
    if by.preview_of is not None:
        raise PermissionDenied(_("Who looks through the eyes of somebody else changes nothing."))
    found: Request = rows.get(pk=request.pk)
    return found


def _fitting(held: Request, offering: Offering | None, by: Viewer) -> Offering:
    """An offering of the same course that was not cancelled. Raises TrainingError."""
    found: Any = None
    if offering is not None:
        found = Offering.objects.visible_to(by).filter(pk=offering.pk).first()
    if found is None:
        raise TrainingError(_("Choose the offering that answers it."), "offering")
    if found.course != held.course:
        raise TrainingError(_("That is another course than the one that is asked for."), "offering")
    if found.state == OfferingState.CANCELLED:
        raise TrainingError(_("That offering was cancelled."), "offering")
    standing: Offering = found
    return standing


def _was_held(held: Request, by: Viewer) -> bool:
    rows: Any = Offering.objects.visible_to(by).filter(pk=held.offering_id or 0, state=OfferingState.HELD)
    return bool(rows.exists())


def _step(held: Request, to: RequestState, why: str, by: Viewer) -> None:
    before, held.state, held.state_why = held.state, to, why
    keep(held, "state", "state_why", "offering")
    record(RequestStepped(before=before, after=to.value, offering=held.offering_id or 0), subject=held, by=by)
