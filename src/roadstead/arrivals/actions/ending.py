"""By the clock: a ship that came is over, if nobody has anything to do about it any more."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from roadstead.arrivals.acting_events import VoyageOver
from roadstead.arrivals.enums import Attention, Disposition
from roadstead.arrivals.models import Arrival, Decision
from roadstead.arrivals.queries.arrivals import JUST_IN
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

PART = 500  # arrivals in one transaction
WHY = "ships that came, and that nobody has to do anything about"


@action
def end_voyages(*, by: Viewer) -> int:
    """Have arrivals be over a day after their ships came; how many. Raises PermissionDenied.

    What still wants somebody is never over by the clock, nor is a ship that is held or has guards waived until later.
    """
    if not by.holds(Permission.ACT_ON_ARRIVALS):
        raise PermissionDenied(Permission.ACT_ON_ARRIVALS.meaning)
    now = clock.now()
    waived = Decision.objects.for_the_system(WHY).filter(kind=Disposition.GUARDS_WAIVED, until__gt=now)
    held = Q(disposition=Disposition.HELD) | Q(disposition=Disposition.GUARDS_WAIVED, pk__in=waived.values("arrival"))
    rows = Arrival.objects.for_the_system(WHY).select_for_update(of=("self",)).filter(eta__lt=now - JUST_IN)
    rows = rows.filter(Q(attention=Attention.QUIET) | Q(attention=Attention.DECIDED) & ~held)
    done = list(rows.order_by("eta", "pk")[:PART])
    for row in done:
        before, row.attention, row.why = row.attention, Attention.OVER, ""
        row.revision += 1
        row.save(update_fields=["attention", "why", "revision"])
        record(VoyageOver(before=before), subject=row, by=by)
    if not done:
        unchanged()
    return len(done)
