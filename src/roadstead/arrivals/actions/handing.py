"""Handing a watch over, and taking it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.arrivals.acting_events import HandedOver, TakenOver
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import LONGEST_TEXT, HandOver
from roadstead.arrivals.queries.handover import last_handover
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.zones import held_zone


@action
def hand_over(
    *, zone: str, since: datetime, happened: Sequence[dict[str, Any]], text: str, last: int | None, by: Viewer
) -> HandOver:
    """Hand the watch of a zone over. happened: the lines as read; last: the hand-over that one looked back to.

    Of two who hand over at once, the second is told. Raises PermissionDenied; ArrivalError.
    """
    by.must(Permission.ACT_ON_ARRIVALS, zone=zone)
    if not held_zone(zone):
        raise ArrivalError(_("There is no such zone."), "zone")
    before = last_handover(zone, by)
    if (before.pk if before else None) != last:
        who = before.handed_by.name if before else ""
        raise ArrivalError(_("%(who)s has handed this watch over meanwhile. Look at what followed.") % {"who": who})
    if len(text) > LONGEST_TEXT:
        raise ArrivalError(_("Write at most %(most)s characters.") % {"most": LONGEST_TEXT}, "text")
    made: HandOver = HandOver.objects.create(
        zone_id=zone,
        since=since,
        until=clock.now(),
        text=text.replace("\0", "").strip(),
        happened=list(happened),
        handed_by_id=by.person,
    )
    told = {"since": made.since.isoformat(), "until": made.until.isoformat()}
    record(HandedOver(lines=len(happened), **told), subject=made, by=by)
    return made


@action
def take_over(*, handover: HandOver, by: Viewer) -> HandOver:
    """Take a watch; of two the second is told who has it. Raises PermissionDenied; ArrivalError; DoesNotExist."""
    held = HandOver.objects.visible_to(by).select_for_update(of=("self",)).get(pk=handover.pk)
    by.must(Permission.ACT_ON_ARRIVALS, zone=str(held.zone_id))
    if held.taken_by_id == by.user_id:
        unchanged()
        return held
    if held.taken_by_id is not None:
        told = {"who": held.taken_by.name if held.taken_by else "", "when": f"{held.taken_at:%Y-%m-%d %H:%M}"}
        raise ArrivalError(_("%(who)s took this watch over on %(when)s UTC.") % told)
    held.taken_by_id, held.taken_at = by.user_id, clock.now()
    held.save(update_fields=["taken_by", "taken_at"])
    record(TakenOver(until=held.until.isoformat()), subject=held, by=by)
    return held
