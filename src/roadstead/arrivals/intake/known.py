"""Whether a notice speaks of a voyage that was announced already, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from roadstead.arrivals.enums import Attention
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.intake.places import places_of
from roadstead.arrivals.models import Arrival, Received, Settled
from roadstead.arrivals.queries.fleets import company_of
from roadstead.core.names import fold
from roadstead.wire.incoming.value import Transaction, moment, restore

SAME_VOYAGE = timedelta(days=5)  # between two times of arrival that may be of one voyage
SAME_NUMBER = timedelta(days=60)  # a sender counts anew some day; so far apart, a number is of another voyage
WHY = "whether this voyage was announced already"


@dataclass(frozen=True, slots=True)
class Known:
    """same: of which the very same was said; before: of which this is another version; others: somebody else's.

    fleet: the company in whose fleet the ship is, "" for none.
    """

    same: Arrival | None = None
    before: Arrival | None = None
    others: bool = False
    fleet: str = ""


def look(given: Given, company: str) -> Known:
    """What is known of the voyage, held for writing. company: for whose ships the sender speaks, "" for all."""
    if held := Received.objects.for_the_system(WHY).filter(sha256=given.sha256).values_list("arrival_id").first():
        return Known(same=Arrival.objects.for_the_system(WHY).get(pk=held[0]))
    fleet, rows = company_of(given.incoming.vessel.imo or ""), _candidates(given)
    own = [one for one in rows if not company or one.company == company or (not one.company and fleet == company)]
    if same := _same(given, rows, own):
        return Known(same=same, fleet=fleet)
    others = any(_near(one, given) for one in rows if one not in own)
    return Known(before=_before(given, own), others=others, fleet=fleet)


def _candidates(given: Given) -> Sequence[Arrival]:
    """Arrivals that a notice may speak of, the latest first: by its words, its number, or ship and time."""
    vessel, told = given.incoming.vessel, Q(voyage=given.voyage)
    if given.number:
        told |= Q(notice_id=given.number)
    if given.eta is not None and (vessel.imo or vessel.name):
        span = (given.eta - SAME_VOYAGE, given.eta + SAME_VOYAGE)
        named = Q(ship=vessel.name, imo="") if vessel.imo else Q(ship=vessel.name)
        told |= Q(imo=vessel.imo, eta__range=span) if vessel.imo else Q()
        told |= named & Q(eta__range=span) if vessel.name else Q()
    rows = Arrival.objects.for_the_system(WHY).select_for_update(of=("self",))
    return list(rows.filter(told).order_by("-pk"))


def _same(given: Given, rows: Sequence[Arrival], own: Sequence[Arrival]) -> Arrival | None:
    """Of the same words, one's own first. To cancel is to say something else, and so is to come after all."""
    if given.cancels:
        return None
    said = [one for one in (*own, *rows) if one.voyage == given.voyage]
    return next((one for one in said if one.attention != Attention.CANCELLED or is_older(given, one)), None)


def _before(given: Given, own: Sequence[Arrival]) -> Arrival | None:
    if worded := next((one for one in own if one.voyage == given.voyage), None):
        return worded
    numbered = [one for one in own if given.number and one.notice_id == given.number and same_ship(one, given)]
    for one in numbered:
        if given.eta is None or abs(one.eta - given.eta) <= SAME_NUMBER:
            return one
    near = [one for one in own if _near(one, given) and one.attention != Attention.OVER]
    return next((one for one in near if one.attention != Attention.CANCELLED or is_older(given, one)), None)


def _near(arrival: Arrival, given: Given) -> bool:
    """The same ship on its way to the same port at about the same time."""
    if given.eta is None or abs(arrival.eta - given.eta) > SAME_VOYAGE or not same_ship(arrival, given):
        return False
    if arrival.port or given.port:
        return arrival.port == given.port
    return _said(current(arrival)) == fold(given.incoming.arrival.place.said)


def _said(version: Received) -> str:
    return next((fold(one["said"]) for one in version.asked if one["path"] == "arrival"), "")


def same_ship(arrival: Arrival, given: Given) -> bool:
    """Not where the names differ: then two ships claim one number, and a person has to look."""
    vessel = given.incoming.vessel
    names = (fold(arrival.ship), fold(vessel.name or ""))
    if arrival.imo and vessel.imo and arrival.imo != vessel.imo:
        return False
    return names[0] == names[1] or not all(names)


def current(arrival: Arrival) -> Received:
    """The version that counts."""
    return Received.objects.filter(arrival=arrival, current=True).stated().get()


def is_older(given: Given, arrival: Arrival) -> bool:
    """Whether a notice was made before what counts of an arrival; of a cancelled one, before it was cancelled."""
    if given.created is None:
        return False
    rows = Received.objects.filter(arrival=arrival).stated().order_by("-number")
    if arrival.attention != Attention.CANCELLED:
        rows = rows.filter(current=True)
    held = [restore(one.encode()) for one in rows.values_list("stored", flat=True)]
    if arrival.attention == Attention.CANCELLED:
        held = [one for one in held if one.transaction is Transaction.CANCEL][:1]
    made = moment(held[0].created) if held else None
    return made is not None and given.created < made


def settled(arrival: Arrival, given: Given) -> dict[str, str]:
    """The ports, by path, that people have named for places which a notice calls as the version before did."""
    rows = Settled.objects.filter(arrival=arrival).stated().values_list("said", "port")
    named = {fold(said): port for said, port in rows if said}
    if not named:
        return {}
    places = ((path, fold(place.said)) for path, place in places_of(given.incoming))
    return {path: named[said] for path, said in places if said in named}


def another_of(imo: str, name: str) -> bool:
    """Whether a ship of another name goes by this number."""
    if not imo or not name:
        return False
    names = Arrival.objects.for_the_system(WHY).filter(imo=imo).values_list("ship", flat=True).order_by("-pk")[:20]
    return any(one and fold(one) != fold(name) for one in names)
