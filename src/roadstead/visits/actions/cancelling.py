"""Cancelling a visit, which keeps its why, and taking it up again."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.asking import void_asking
from roadstead.visits.actions.benefiting import undone
from roadstead.visits.actions.shape import VisitError, check_why, hold
from roadstead.visits.actions.stepping import check_onward, step
from roadstead.visits.actions.telling import tell_partners
from roadstead.visits.enums import VisitState
from roadstead.visits.models import Visit


@action
def cancel_visit(*, visit: Visit, revision: int, why: str, by: Viewer) -> Visit:
    """Cancel a visit; those with whom it is shared are told.

    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by)
    check_onward(held, VisitState.CANCELLED)
    held.cancelled_why = check_why(why, _("Say why the visit is cancelled: that stays with it."))
    step(held, VisitState.CANCELLED, by, held.cancelled_why, "cancelled_why")
    tell_partners(held, _("A visit to your country was cancelled."))
    return held


@action
def resume_visit(*, visit: Visit, revision: int, why: str, by: Viewer) -> Visit:
    """Take a cancelled visit up again, as a proposal; why it was cancelled stays with that step.

    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by, ended=True)
    if held.state != VisitState.CANCELLED:
        raise VisitError(_("Only a cancelled visit is taken up again."))
    reason = check_why(why, _("Say why it is taken up again."))
    held.cancelled_why, held.notice_on = "", None
    void_asking(held)
    step(held, VisitState.PROPOSED, by, reason, "cancelled_why", "notice_on", *undone(held))
    tell_partners(held, _("A cancelled visit to your country is proposed again."))
    return held
