"""Pairs of entries that may be one facility: alike in name and place, with two numbers or with one that has none.

Words that many entries have (terminal, quay, …) set none apart; words that every third has say nothing. Entries are
held against each other only where they share the beginning of another word in one place, so that a large register takes
no longer for each of its entries.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from roadstead.registry.loading.positions import distance_nm
from roadstead.registry.loading.unlocode import Position
from roadstead.registry.queries.reconcil_entries import Entries, Entry, alike
from roadstead.registry.queries.reconcil_items import CLASH, Item

ALIKE = 85  # of 100; two words, or two names as a whole, less alike than this are two
CELL = 0.1  # degrees, some six nautical miles; neighbours are compared, too
FAR_NM = 10.0  # two entries further apart are two facilities
COMMON, SHARE, EVERYWHERE = 8, 0.01, 0.3  # a word of more entries than these, and than this share, sets none apart
BEGINNING = 3  # letters
MOST_TOGETHER = 60  # entries of one place and beginning that are held against each other
MOST_PAIRS = 1_000
Words = frozenset[str]
Names = list[tuple[str, Words]]  # a name without what says nothing, and the words that set it apart
Place = tuple[str, ...]


def pairs(entries: Entries) -> Iterator[Item]:
    """Two entries of one country that are in one port or lie close, and are called alike."""
    apart = _setting_apart(entries)
    seen: set[tuple[int, int]] = set()
    for together in _buckets(entries, apart).values():
        for one, other in combinations(together[:MOST_TOGETHER], 2):
            both = (min(one.pk, other.pk), max(one.pk, other.pk))
            if both in seen or len(seen) >= MOST_PAIRS or not _are_alike(apart[one.pk], apart[other.pk]):
                continue
            if not _are_far(one, other):
                seen.add(both)
                yield pair(*sorted((one, other), key=_kept_first))


def pair(one: Entry, other: Entry) -> Item:
    """The question whether two entries are one; the first is the one more likely kept."""
    low, high = sorted((one.pk, other.pk))
    numbers = [entry.number for entry in (one, other) if entry.number]
    why = {
        0: _("Neither has a number."),
        1: _("One of the two has no number."),
        2: _("They have two numbers: %(numbers)s.") % {"numbers": ", ".join(numbers)},
    }[len(numbers)]
    return Item(
        key=f"pair-{low}-{high}",
        kind=CLASH,
        country=one.country,
        text=one.name if one.name == other.name else f"{one.name} / {other.name}",
        folded=f"{low} {high}",
        where="two entries of the register",
        source=_("the register"),
        why=_("Two entries are called alike in one place.") + " " + why,
        entries=(one.pk, other.pk),
        both=True,
    )


def _setting_apart(entries: Entries) -> dict[int, Names]:
    """The names of each entry; all words of a name set it apart that has no rarer ones."""
    held = {one.pk: [name.split() for name in one.folded] for one in entries}
    count = Counter(word for names in held.values() for word in {word for words in names for word in words})
    many = {word for word, number in count.items() if number > max(COMMON, EVERYWHERE * len(held))}
    most = max(COMMON, SHARE * len(held))
    common = {word for word, number in count.items() if number > most and not word.isdigit()}
    return {pk: [_name(words, many, common) for words in names] for pk, names in held.items()}


def _name(words: list[str], many: set[str], common: set[str]) -> tuple[str, Words]:
    kept = [word for word in words if word not in many] or words
    return " ".join(sorted(kept)), frozenset(kept) - common or frozenset(kept)


def _buckets(entries: Entries, apart: dict[int, Names]) -> dict[tuple[Place, str], list[Entry]]:
    """Entries by place and the beginning of each word that sets them apart."""
    found: dict[tuple[Place, str], list[Entry]] = {}
    for one in entries:
        for word in {word[:BEGINNING] for _name, words in apart[one.pk] for word in words}:
            for place in _places(one):
                found.setdefault((place, word), []).append(one)
    return {key: held for key, held in found.items() if len(held) > 1}


def _places(one: Entry) -> Iterator[Place]:
    """Where an entry is: its port or the name of one, and the four cells of the map around it."""
    if port := one.port or one.port_name.casefold():
        yield (one.country, port)
    if one.at is not None:
        north, east = (int(value // CELL) for value in one.at)
        for up, right in ((0, 0), (0, 1), (1, 0), (1, 1)):
            yield (one.country, str(north + up), str(east + right))


def _are_alike(one: Names, other: Names) -> bool:
    return any(_same(mine, theirs) and alike(name, its) >= ALIKE for name, mine in one for its, theirs in other)


def _same(one: Words, other: Words) -> bool:
    """Whether every word of the shorter has one like it in the other; digits are the same or not."""
    short, long = sorted((one, other), key=len)
    if {word for word in one if word.isdigit()} != {word for word in other if word.isdigit()}:
        return False
    return all(word in long or any(fuzz.ratio(word, each) >= ALIKE for each in long) for word in short)


def _are_far(one: Entry, other: Entry) -> bool:
    if one.at is None or other.at is None:
        return False
    return distance_nm(Position(*one.at), Position(*other.at)) > FAR_NM


def _kept_first(entry: Entry) -> tuple[bool, int]:
    return (not entry.number, entry.pk)
