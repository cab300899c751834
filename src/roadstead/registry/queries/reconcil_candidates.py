"""What an unresolved name may be: entries of the register or ports, each with a score and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from roadstead.common.folding import fold, without_generic
from roadstead.registry.loading.positions import distance_nm
from roadstead.registry.loading.unlocode import Position
from roadstead.registry.models import Port
from roadstead.registry.queries.reconcil_entries import At, Entries, Entry, best, likeness
from roadstead.registry.queries.reconcil_items import Item
from roadstead.registry.queries.search import PortMatch, find_ports

MOST = 8
LIKE_ENOUGH = 45  # of 100; what is less alike is not offered
NUMBER, SAME_PORT, NEAR = 40, 15, 10
NEAR_NM = 10.0
SHORTEST_WORD, MOST_WORDS, MOST_OF_A_WORD = 4, 4, 3  # of a name that no port has, looked for one by one


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
    """The ports of the country that a name may be: called so, by a word of it, or beside its facilities."""
    held = [entries.by_key[pk].at for pk in item.entries if pk in entries.by_key]
    places = [at for at in held if at is not None]
    likely = {one.code: _port(one, places) for one in find_ports(item.text, country=item.country, limit=MOST)}
    for word in () if likely else _words(item.text):
        for one in find_ports(word, country=item.country, limit=MOST_OF_A_WORD):
            likely[one.code] = _port(one, places, word=word, text=fold(item.text))
    beside = {one.value: one for one in _beside(item.country, places)}
    return sorted((beside | likely).values(), key=lambda one: (-one.score, one.name))[:MOST]


def _words(text: str) -> list[str]:
    return [word for word in without_generic(fold(text)).split() if len(word) >= SHORTEST_WORD][:MOST_WORDS]


def _port(one: PortMatch, places: Sequence[At], *, word: str = "", text: str = "") -> Candidate:
    """word: the one by which it was found of a folded text; "" where the whole name found it."""
    score = likeness(text, fold(one.matched)) if word else round(one.score)
    why = [_("the very name") if one.exact else _("name alike, %(score)s of 100") % {"score": score}]
    if word:
        why = [_("found by a word of the name, “%(word)s”") % {"word": word}]
    if one.latitude is not None and one.longitude is not None:
        away = _nearest((one.latitude, one.longitude), places)
        why += [] if away is None else [_away(away)]
    return Candidate(one.code, one.label, one.code, "", score, tuple(why))


def _beside(country: str, places: Sequence[At]) -> Iterator[Candidate]:
    """The ports that lie beside facilities, whatever they are called."""
    rows = Port.objects.filter(country=country, retired=False, latitude__isnull=False) if places else ()
    for one in rows:
        away = _nearest((float(one.latitude or 0), float(one.longitude or 0)), places)
        if away is not None and away <= NEAR_NM:
            yield Candidate(one.pk, one.name, one.pk, "", round(50 - 2 * away), (_away(away),))


def _away(miles: float) -> str:
    return _("%(miles)s nautical miles from the nearest of these facilities") % {"miles": round(miles)}


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


def _places(codes: Sequence[str]) -> list[At]:
    rows = Port.objects.filter(pk__in=codes, latitude__isnull=False) if codes else Port.objects.none()
    return [(float(one.latitude or 0), float(one.longitude or 0)) for one in rows]


def _nearest(at: At | None, places: Sequence[At]) -> float | None:
    if at is None or not places:
        return None
    return min(distance_nm(Position(*at), Position(*one)) for one in places)
