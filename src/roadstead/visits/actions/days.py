"""The days of a visit: planning it, and moving it with its legs."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_keeping import void_agreements
from roadstead.visits.actions.asking import void_asking
from roadstead.visits.actions.benefiting import undone
from roadstead.visits.actions.shape import VisitError, check_days, check_why, hold, keep
from roadstead.visits.actions.stepping import AHEAD, step
from roadstead.visits.actions.telling import tell_partners
from roadstead.visits.enums import VisitState
from roadstead.visits.events import DaysSet
from roadstead.visits.models import Leg, Visit

MOVED = (VisitState.PROPOSED, VisitState.PLANNED, VisitState.NOTIFIED, VisitState.AGREED)
TOLD = (VisitState.NOTIFIED, VisitState.AGREED)  # the host reckons with the days


@action
def plan_visit(
    *, visit: Visit, revision: int, first_on: date, last_on: date, by: Viewer, why: str = "", past: bool = False
) -> Visit:
    """Give a visit its days, both included, or others; its legs move along. A proposed one is planned by that.

    Where the host was given notice, it is told why, and notice is to be given anew: the visit is planned again. What
    others were asked, what was recorded of benefit and redundancy, and an agreed agenda were about the other days:
    they are void. past: who says it knows that the days are over, and enters a visit that took place.
    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by)
    check_days(first_on, last_on)
    if held.state not in MOVED:
        raise VisitError(_("The visit has begun: its days are what they were."))
    if (held.first_on, held.last_on) == (first_on, last_on) and held.state != VisitState.PROPOSED:
        unchanged()
        return held
    if last_on < clock.today() - AHEAD and not past:
        raise VisitError(_("These days are over. Check the year; or tick that the visit took place then."), "first_on")
    told, moved = held.state in TOLD, (held.first_on, held.last_on) != (first_on, last_on)
    reason = check_why(why, _("The host was given notice of other days: say why they move.")) if told else why.strip()
    before = _days(held.first_on, held.last_on)
    _move_legs(held, first_on, last_on)
    held.first_on, held.last_on = first_on, last_on
    record(DaysSet(before=before, after=_days(first_on, last_on), why=reason), subject=held, by=by)
    fields: list[str] = []
    if moved:
        void_asking(held)
        void_agreements(held, by)
        fields = undone(held)
    _back_to_planned(held, by, reason, *fields)
    tell_partners(held, _("A visit to your country has other days."))
    return held


def _back_to_planned(held: Visit, by: Viewer, why: str, *fields: str) -> None:
    """Every step on the way back stands in the record; the days are written with the last."""
    if held.state == VisitState.PLANNED:
        keep(held, "first_on", "last_on", *fields)
        return
    if held.state == VisitState.AGREED:
        step(held, VisitState.NOTIFIED, by, why)
    if held.state == VisitState.NOTIFIED:
        held.notice_on = None
    step(held, VisitState.PLANNED, by, why, "first_on", "last_on", "notice_on", *fields)


def _move_legs(held: Visit, first_on: date, last_on: date) -> None:
    """Raises VisitError where a leg would lie outside of the new days."""
    shift = first_on - held.first_on if held.first_on else timedelta()
    legs = list(Leg.objects.filter(visit=held).stated())
    for leg in legs:
        leg.first_on, leg.last_on = leg.first_on + shift, leg.last_on + shift
        if leg.first_on < first_on or leg.last_on > last_on:
            message = _("Place %(number)s would lie outside of these days. Shorten it first.")
            raise VisitError(message % {"number": leg.position}, "last_on")
    Leg.objects.filter(visit=held).stated().bulk_update(legs, ["first_on", "last_on"])


def _days(first_on: date | None, last_on: date | None) -> str:
    return f"{first_on.isoformat()}/{last_on.isoformat()}" if first_on and last_on else ""
