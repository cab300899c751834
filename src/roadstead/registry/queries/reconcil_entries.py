"""The entries of the register as names and numbers are held against them, as far as a viewer may read them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import without_generic
from roadstead.registry.models import Facility, FacilityName
from roadstead.registry.queries.facilities import facilities

ALIKE = 70  # of 100; a number and a name less alike than this contradict each other
COLUMNS = ("pk", "number", "name", "folded", "country_id", "port_id", "port_name", "latitude", "longitude")
At = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the register. folded: all its names; numbers: its own, and those of entries merged into it."""

    pk: int
    number: str
    name: str
    country: str
    port: str
    port_name: str
    at: At | None
    folded: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entries:
    """Some entries, by key and by number."""

    by_key: dict[int, Entry]
    by_number: dict[str, Entry]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.by_key.values())


def load(viewer: Viewer, countries: Collection[str] | None) -> Entries:
    """The entries of some countries, or of all, that a viewer may read; three queries."""
    rows = facilities(viewer)
    gone = Facility.objects.visible_to(viewer).filter(merged_into__isnull=False, number__isnull=False)
    if countries is not None:
        rows, gone = rows.filter(country__in=countries), gone.filter(country__in=countries)
    others = FacilityName.objects.filter(facility__in=rows.order_by().values("pk")).stated()
    made = {one.pk: one for one in map(_entry, rows.order_by("pk").values_list(*COLUMNS))}
    for pk, name in others.order_by("pk").values_list("facility_id", "folded"):
        if pk in made:
            made[pk].folded.append(name)
    for pk, number in gone.order_by("pk").values_list("merged_into_id", "number"):
        if pk in made:
            made[pk].numbers.append(number or "")
    return Entries(made, {number: one for one in made.values() for number in one.numbers})


def likeness(one: str, other: str) -> int:
    """How alike two folded names are, of 100; what sets a name apart from any terminal counts most."""
    if not one or not other:
        return 0
    if one == other:
        return 100
    return min(99, round(0.4 * alike(one, other) + 0.6 * alike(without_generic(one), without_generic(other))))


def alike(one: str, other: str) -> float:
    """Of 100, without regard to the order of the words; words that only one of the two has count little."""
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other), 0.9 * fuzz.token_set_ratio(one, other))


def best(names: Sequence[str], entry: Entry) -> int:
    """How alike the closest pair is of some folded names and those of an entry."""
    return max((likeness(one, other) for one in names for other in entry.folded), default=0)


def _entry(row: tuple[Any, ...]) -> Entry:
    pk, number, name, folded, country, port, port_name, north, east = row
    at = None if north is None or east is None else (float(north), float(east))
    numbers = [number] if number else []
    return Entry(pk, number or "", name, country, port or "", port_name, at, [folded], numbers)
