"""Who has an arrival: taken, given to a colleague, given back."""

from django.utils.translation import gettext as _

from roadstead.accounts.readers import watch_of
from roadstead.arrivals.acting_events import Assigned
from roadstead.arrivals.actions.holding import hold
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Arrival
from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.viewer import Viewer


@action
def assign(*, arrival: Arrival, to: int | None, had: int | None, by: Viewer) -> Arrival:
    """Give an arrival to somebody of its watch, or back to nobody. had: who had it when the page was opened.

    Of two who take it at once the second is told who has it. Raises PermissionDenied; ArrivalError; DoesNotExist.
    """
    held = hold(arrival, by)
    if held.assigned_to_id == to:
        unchanged()
        return held
    if held.assigned_to_id != had:
        now = held.assigned_to.name if held.assigned_to else _("nobody")
        raise ArrivalError(_("Meanwhile %(who)s has it. Look again before you change that.") % {"who": now}, "to")
    person = watch_of(held.zone_id or "").filter(pk=to).first() if to is not None else None
    if to is not None and person is None:
        raise ArrivalError(_("Choose somebody who acts for this zone."), "to")
    held.assigned_to = person
    held.save(update_fields=["assigned_to"])
    told = person.name if person else ""
    record(Assigned(to=told), subject=held, by=by, about=person.pk if person else None)
    return held
