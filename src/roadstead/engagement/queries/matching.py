"""Who is meant by the addresses of a message or an invitation."""

from collections.abc import Collection
from dataclasses import dataclass

from roadstead.accounts import readers
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import ContactPoint, Position
from roadstead.engagement.queries.contacts import readable_people
from roadstead.engagement.queries.positions import on_day
from roadstead.registry.queries.organisations import organisations


@dataclass(frozen=True, slots=True)
class Matched:
    """Who was found. known: the addresses, in small letters, that are somebody’s."""

    contacts: tuple[int, ...]
    officers: tuple[int, ...]
    organisations: tuple[int, ...]
    known: frozenset[str]


def match(addresses: Collection[str], viewer: Viewer) -> Matched:
    """People of the address book that the viewer may read, colleagues, and where the people are in office today.

    An address that several people share is nobody’s. Four queries.
    """
    wanted = {one.casefold() for one in addresses}
    people = readable_people(viewer).filter(forgotten_at__isnull=True).order_by().values("pk")
    points = ContactPoint.objects.filter(kind="email", compared__in=wanted, contact__in=people).stated()
    by_address: dict[str, set[int]] = {}
    for address, pk in points.values_list("compared", "contact"):
        by_address.setdefault(address, set()).add(pk)
    sure = {address: keys for address, keys in by_address.items() if len(keys) == 1}
    contacts = sorted({pk for keys in sure.values() for pk in keys})
    colleagues = dict(readers.staff_among().filter(email__in=wanted).values_list("email", "pk"))
    here = Position.objects.filter(on_day(clock.today()), contact__in=contacts, organisation__isnull=False).stated()
    keys = set(here.values_list("organisation", flat=True))
    bodies = organisations(viewer).filter(pk__in=keys).values_list("pk", flat=True)
    known = frozenset(sure) | frozenset(one.casefold() for one in colleagues)
    return Matched(tuple(contacts), tuple(sorted(colleagues.values())), tuple(sorted(bodies)), known)
