"""Freezing the evidence with the signature: the whole packet and an edition for each recipient, never changed."""

from django.db.models import Max

from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.bridge import Whole
from roadstead.determinations.enums import Recipient
from roadstead.determinations.events import PacketFrozen
from roadstead.determinations.models import Packet
from roadstead.determinations.packet.content import whole_packet
from roadstead.determinations.packet.editions import editions
from roadstead.determinations.queries.cases import procedure_of, signatures
from roadstead.determinations.queries.facilities import named_for_everyone
from roadstead.determinations.source import digest_of


def freeze(held: Whole, by: Viewer) -> None:
    """Freeze what a case rests on, inside of the action that signs it."""
    case, now = held.case, clock.now()
    number = (Packet.objects.filter(case=case).stated().aggregate(last=Max("number"))["last"] or 0) + 1
    names = named_for_everyone([one.facility_id for one in held.facilities])
    made = editions(whole_packet(held, procedure_of(case), signatures(case), names, number, now))
    digests = {recipient: digest_of(content) for recipient, content in made.items()}
    for recipient, content in made.items():
        said = {"content": content, "digest": digests[recipient], "frozen_at": now}
        Packet.objects.create(case=case, number=number, recipient=recipient, **said)
    whole = digests.pop(Recipient.PROGRAMME)
    told = {recipient.value: digest for recipient, digest in digests.items()}
    record(PacketFrozen(number=number, digest=whole, editions=told), subject=case, by=by)
