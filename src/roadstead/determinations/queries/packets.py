"""The frozen packets of a case."""

from roadstead.determinations.enums import Recipient
from roadstead.determinations.models import Case, Packet


def packets(case: Case) -> list[Packet]:
    """Every edition of every packet of a case that was read for a viewer, the latest first; not what they hold."""
    order = {recipient.value: place for place, recipient in enumerate(Recipient)}
    rows = Packet.objects.filter(case=case).stated().defer("content")
    return sorted(rows, key=lambda one: (-one.number, order[one.recipient]))


def packet(case: Case, number: int, recipient: str) -> Packet | None:
    """One edition of one packet of such a case."""
    return Packet.objects.filter(case=case, number=number, recipient=recipient).stated().first()
