"""Country clearance of a visit: asked for, granted, refused, not needed."""

from datetime import date

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.benefiting import check_recorded
from roadstead.visits.actions.shape import VisitError, hold, keep
from roadstead.visits.actions.stepping import AHEAD
from roadstead.visits.enums import Clearance, VisitState
from roadstead.visits.events import ClearanceSet
from roadstead.visits.models import Visit

STEPPED = (Clearance.ASKED, Clearance.GRANTED)  # after it is recorded what the host gains, and who else comes
LEAVE = (Clearance.GRANTED, Clearance.NOT_NEEDED)
REASONED = (Clearance.REFUSED, Clearance.NOT_NEEDED)


@action
def set_clearance(*, visit: Visit, revision: int, clearance: Clearance, on: date, note: str, by: Viewer) -> Visit:
    """Record how country clearance stands since a day. Refused, or not needed, asks for a reason.

    It is asked for once it is recorded what the host gains and who else comes; under way, it stays given.
    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by)
    said = " ".join(note.split())
    if on > clock.today() + AHEAD:
        raise VisitError(_("That day is still to come."), "on")
    if clearance in REASONED and not said:
        raise VisitError(_("Give the reason."), "note")
    if (held.clearance, held.clearance_on, held.clearance_note) == (clearance, on, said):
        unchanged()
        return held
    if clearance in STEPPED:
        check_recorded(held)
    if held.state == VisitState.UNDER_WAY and clearance not in LEAVE:
        raise VisitError(_("The visit is under way. If leave is taken back, end the visit or cancel it."), "clearance")
    before = held.clearance
    held.clearance, held.clearance_on, held.clearance_note = clearance, on, said
    keep(held, "clearance", "clearance_on", "clearance_note")
    record(ClearanceSet(before=str(before), after=clearance.value), subject=held, by=by)
    return held
