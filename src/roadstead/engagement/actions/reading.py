"""Reading that leaves a trace: restricted records each time, shared ones the first time."""

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.events import InformationSeen, RestrictedRead
from roadstead.engagement.models import Contact, Information, Interaction, Receipt


@action
def note_reading(*, information: Information | Contact | Interaction, way: str, by: Viewer) -> None:
    """Record that somebody reads a restricted record. way: page, api, preview, export."""
    named = information.people.filter(pk=by.user_id).exists()
    record(RestrictedRead(named=named, way=way), subject=information, by=by)


@action
def give_receipt(*, information: Information, by: Viewer) -> Receipt:
    """Keep that somebody with whom it was shared has opened it, and when first. Raises DoesNotExist if withheld."""
    held = Information.objects.visible_to(by).get(pk=information.pk)
    receipts = Receipt.objects.for_the_system("whether this person was here before")
    receipt, first = receipts.get_or_create(information=held, person_id=by.user_id, defaults={"seen_at": clock.now()})
    if first:
        record(InformationSeen(), subject=held, by=by)
    else:
        unchanged()
    return receipt
