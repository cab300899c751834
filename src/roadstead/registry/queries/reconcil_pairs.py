"""Pairs of entries that may be one facility: alike in name and place, with two numbers or with one that has none."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from roadstead.registry.queries.reconcil_entries import Entries, Entry, best
from roadstead.registry.queries.reconcil_items import CLASH, Item

LIKE_ENOUGH = 88  # of 100
CELL = 0.1  # degrees, some six nautical miles; neighbours are compared, too
MOST_TOGETHER = 400  # entries of one place that are compared with each other
MOST_PAIRS = 1_000


def pairs(entries: Entries) -> Iterator[Item]:
    """Two entries of one country that are in one port or lie close, and are called alike."""
    seen: set[tuple[int, int]] = set()
    for together in _places(entries):
        for one, other in combinations(together[:MOST_TOGETHER], 2):
            both = (min(one.pk, other.pk), max(one.pk, other.pk))
            if both in seen or len(seen) >= MOST_PAIRS or best(one.folded, other) < LIKE_ENOUGH:
                continue
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


def _kept_first(entry: Entry) -> tuple[bool, int]:
    return (not entry.number, entry.pk)


def _places(entries: Entries) -> Iterator[list[Entry]]:
    """Entries that are in one place: of one port, in or beside one cell of the map, or of one unknown port's name."""
    ports: dict[tuple[str, str], list[Entry]] = {}
    cells: dict[tuple[str, int, int], list[Entry]] = {}
    for one in entries:
        ports.setdefault((one.country, one.port or one.port_name.casefold()), []).append(one)
        if one.at is not None:
            north, east = (int(value // CELL) for value in one.at)
            for up, right in ((0, 0), (0, 1), (1, 0), (1, 1)):
                cells.setdefault((one.country, north + up, east + right), []).append(one)
    yield from (held for (_code, port), held in ports.items() if port and len(held) > 1)
    yield from (held for held in cells.values() if len(held) > 1)
