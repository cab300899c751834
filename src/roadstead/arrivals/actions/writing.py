"""Messages between the watch and the ship's side, in the one thread of an arrival."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.arrivals.acting_events import MessageWritten
from roadstead.arrivals.actions.holding import may_act, words
from roadstead.arrivals.enums import Attention, Side
from roadstead.arrivals.models import LONGEST_TEXT, LONGEST_WORD, Arrival, Message
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


@action
def write_message(*, arrival: Arrival, text: str, by: Viewer) -> Message:
    """Write to the other side. What the ship's side writes brings the arrival back before the watch.

    Raises PermissionDenied; ArrivalError; DoesNotExist.
    """
    held = Arrival.objects.visible_to(by).select_for_update(of=("self",)).get(pk=arrival.pk)
    side = side_of(held, by)
    said = words(text, LONGEST_TEXT, _("Write the message."), "text")
    made: Message = Message.objects.create(
        arrival=held, side=side, text=said, written_by_id=by.user_id, written_as=by.name[:200], written_at=clock.now()
    )
    if side == Side.SHIP and held.attention not in (Attention.CANCELLED, Attention.OVER):
        told = _("A message of the ship’s side: %(text)s") % {"text": said}
        held.attention, held.why = Attention.LOOK, told[:LONGEST_WORD]
    held.revision += 1
    held.save(update_fields=["attention", "why", "revision"])
    record(MessageWritten(side=side.value), subject=held, by=by)
    return made


def side_of(arrival: Arrival, by: Viewer) -> Side:
    """On which side somebody writes. Raises PermissionDenied for who writes on none."""
    if may_act(arrival, by):
        return Side.WATCH
    if arrival.company:
        by.must(Permission.REPORT_MEASURES, company=arrival.company)
        return Side.SHIP
    raise PermissionDenied(Permission.ACT_ON_ARRIVALS.meaning)
