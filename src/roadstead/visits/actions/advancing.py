"""What happens to a planned visit: notice, agreement, beginning, end, report, and the way back."""

from datetime import date

from django.utils.translation import gettext as _

from roadstead.audit.actions import action
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.benefiting import check_recorded, check_settled
from roadstead.visits.actions.shape import VisitError, check_why, hold
from roadstead.visits.actions.stepping import AHEAD, check_begun, check_onward, step
from roadstead.visits.actions.telling import tell_partners
from roadstead.visits.enums import VisitState
from roadstead.visits.models import Visit
from roadstead.visits.queries.agenda import agenda_agreed

BACK = {  # from each state to those that lie before it
    VisitState.PLANNED: (VisitState.PROPOSED,),
    VisitState.NOTIFIED: (VisitState.PLANNED,),
    VisitState.AGREED: (VisitState.NOTIFIED,),
    VisitState.REPORTED: (VisitState.MADE,),
}
OWN = (VisitState.CANCELLED, VisitState.PROPOSED)  # reached by actions of their own


@action
def give_notice(*, visit: Visit, revision: int, on: date, by: Viewer) -> Visit:
    """Record that the host was given notice of a planned visit; where its agenda is agreed already, it is agreed.

    It asks that the benefit to the host was recorded, and that no overlap was told since that is not settled.
    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by)
    check_onward(held, VisitState.NOTIFIED)
    if held.state != VisitState.PLANNED:
        raise VisitError(_("Only a planned visit gets its notice."))
    if on > clock.today() + AHEAD:
        raise VisitError(_("That day is still to come. Record the notice once it was given."), "on")
    check_recorded(held)
    check_settled(held, by)
    held.notice_on = on
    step(held, VisitState.NOTIFIED, by, "", "notice_on")
    if agenda_agreed(held):
        step(held, VisitState.AGREED, by, _("both sides agreed the agenda"))
    tell_partners(held, _("Notice was given of a visit to your country."))
    return held


@action
def advance_visit(*, visit: Visit, revision: int, to: VisitState, by: Viewer, why: str = "") -> Visit:
    """Take a visit to another state, onward or back as `enums.ONWARD` says; the way back asks for a reason.

    Notice, cancelling and taking up again are actions of their own. “Agenda agreed” follows what both sides agreed.
    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by, ended=visit.state == VisitState.REPORTED)
    check_onward(held, to)
    back = to in BACK.get(VisitState(held.state), ())
    if (to in OWN and not back) or (to == VisitState.NOTIFIED and not back) or held.state == VisitState.PROPOSED:
        raise VisitError(_("This step is an act of its own."))
    reason = check_why(why, _("Say why the visit goes back.")) if back else " ".join(why.split())
    fields: list[str] = []
    if VisitState.AGREED in (to, held.state):
        _check_agreed(held, to)
    if to == VisitState.PLANNED:
        held.notice_on, fields = None, ["notice_on"]
    if to == VisitState.UNDER_WAY:
        check_begun(held)
        if held.state != VisitState.AGREED:
            reason = check_why(why, _("Both sides have not agreed the agenda. Say why the visit begins all the same."))
    if to == VisitState.MADE and held.state == VisitState.UNDER_WAY:
        fields = _end(held)
    step(held, to, by, reason, *fields)
    return held


def _check_agreed(held: Visit, to: VisitState) -> None:
    """Raises VisitError where the state would say of the agenda what is not so."""
    agreed = agenda_agreed(held)
    if to == VisitState.AGREED and not agreed:
        raise VisitError(
            _("Both sides have not agreed the agenda as it stands. It is agreed on its own page, not here.")
        )
    if to == VisitState.NOTIFIED and agreed:
        raise VisitError(_("Both sides agreed the agenda. Change an item there, and the visit goes back by itself."))


def _end(held: Visit) -> list[str]:
    """A visit that is made before its last day ends today, since the clocks count from then. The fields it changed."""
    today = clock.today()
    if held.last_on is not None and held.first_on is not None and held.last_on > today:
        held.last_on = max(today, held.first_on)
        return ["last_on"]
    return []
