"""A waiver of guards that has ended brings its arrival back before the watch."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.arrivals.acting_events import WaiverEnded
from roadstead.arrivals.enums import Attention, Disposition
from roadstead.arrivals.models import Arrival, Decision
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

PART = 500  # arrivals in one transaction


@action
def end_waivers(*, by: Viewer) -> int:
    """Bring back the arrivals whose latest decision waived guards until a moment that is over; how many they were.

    Raises PermissionDenied.
    """
    if not by.holds(Permission.ACT_ON_ARRIVALS):
        raise PermissionDenied(Permission.ACT_ON_ARRIVALS.meaning)
    now = clock.now()
    waived = Arrival.objects.for_the_system("waivers that ended").filter(
        attention=Attention.DECIDED, disposition=Disposition.GUARDS_WAIVED
    )
    over = Decision.objects.for_the_system("waivers that ended").filter(
        arrival__in=waived.values("pk"), kind=Disposition.GUARDS_WAIVED, until__lte=now
    )
    ended = {one.arrival_id: one for one in over.order_by("pk")[:PART]}
    done = [row for row in waived.select_for_update().filter(pk__in=list(ended)) if _is_last(row, ended[row.pk])]
    for row in done:
        row.attention, row.why = Attention.LOOK, _("The waiver of guards has ended.")
        row.revision += 1
        row.save(update_fields=["attention", "why", "revision"])
        record(WaiverEnded(until=f"{ended[row.pk].until:%Y-%m-%d %H:%M}"), subject=row, by=by)
    if not done:
        unchanged()
    return len(done)


def _is_last(arrival: Arrival, decision: Decision) -> bool:
    later = Decision.objects.filter(arrival=arrival, pk__gt=decision.pk).stated()
    return not later.exists()
