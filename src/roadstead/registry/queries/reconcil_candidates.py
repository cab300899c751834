"""What an unresolved name may be: entries of the register or ports, each with a score and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from roadstead.registry.loading.positions import distance_nm
from roadstead.registry.loading.unlocode import Position
from roadstead.registry.models import Port
from roadstead.registry.queries.reconcil_entries import At, Entries, Entry, best
from roadstead.registry.queries.reconcil_items import Item
from roadstead.registry.queries.search import find_ports

MOST = 8
LIKE_ENOUGH = 45  # of 100; what is less alike is not offered
NUMBER, SAME_PORT, NEAR = 40, 15, 10
NEAR_NM = 10.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """value: what is chosen, a key of an entry or a UN/LOCODE; score: of 100; why: in words, with the distance."""

    value: str
    name: str
    number: str
    port: str
    score: int
    why: tuple[str, ...]


def facilities_like(item: Item, entries: Entries) -> list[Candidate]:
    """The entries of the country that the item may be, the likeliest first; at most one query."""
    places = _places(item.ports)
    found = [_facility(item, one, places) for one in entries if one.country == item.country]
    likely = [one for one in found if one.score >= LIKE_ENOUGH or int(one.value) in item.entries]
    return sorted(likely, key=lambda one: (-one.score, one.name, one.value))[:MOST]


def ports_like(item: Item, entries: Entries) -> list[Candidate]:
    """The ports of the country that a name may be, with how far they are from the facilities that name it."""
    held = [entries.by_key[pk].at for pk in item.entries if pk in entries.by_key]
    return [
        Candidate(
            one.code, one.label, one.code, "", round(one.score), tuple(_port_why(one.score, _at(one), held, one.exact))
        )
        for one in find_ports(item.text, country=item.country, limit=MOST)
    ]


def _facility(item: Item, entry: Entry, places: Sequence[At]) -> Candidate:
    alike = best(item.names, entry)
    why = [_("name alike, %(score)s of 100") % {"score": alike}] if alike >= LIKE_ENOUGH else []
    score = alike
    if item.number and item.number in entry.numbers:
        why, score = [_("the same number"), *why], score + NUMBER
    if entry.port and entry.port in item.ports:
        why, score = [*why, _("the same port, %(port)s") % {"port": entry.port}], score + SAME_PORT
    if (away := _nearest(entry.at, places)) is not None:
        why.append(_("%(miles)s nautical miles from that port") % {"miles": round(away)})
        score += NEAR if away <= NEAR_NM else 0
    return Candidate(
        str(entry.pk), entry.name, entry.number, entry.port or entry.port_name, min(score, 100), tuple(why)
    )


def _port_why(score: float, at: At | None, held: Sequence[At | None], exact: bool) -> list[str]:
    why = [_("the very name") if exact else _("name alike, %(score)s of 100") % {"score": round(score)}]
    away = _nearest(at, [one for one in held if one is not None])
    if away is not None:
        why.append(_("%(miles)s nautical miles from the nearest of these facilities") % {"miles": round(away)})
    return why


def _at(port: object) -> At | None:
    north, east = getattr(port, "latitude", None), getattr(port, "longitude", None)
    return None if north is None or east is None else (north, east)


def _places(codes: Sequence[str]) -> list[At]:
    rows = Port.objects.filter(pk__in=codes, latitude__isnull=False) if codes else Port.objects.none()
    return [(float(one.latitude or 0), float(one.longitude or 0)) for one in rows]


def _nearest(at: At | None, places: Sequence[At]) -> float | None:
    if at is None or not places:
        return None
    return min(distance_nm(Position(*at), Position(*one)) for one in places)
