"""UN/LOCODE as UNECE publishes it: three CSV parts, Windows-1252, positions in degrees and minutes.

The package's own database and functions are not used: they keep "1036N" (10°36') as 10.36 and write 91/91 for
a blank position.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from roadstead.registry.loading.report import Dropped

SOURCE = "UN/LOCODE"
_POSITION = re.compile(r"(\d\d)(\d\d)([NS]) (\d{3})(\d\d)([EW])")
_REMOVED = ("X", "x")
REQUESTED = frozenset({"RQ", "QQ", "UR"})


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees, north and east positive."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude:.2f}, {self.longitude:.2f}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of UN/LOCODE. `names` has more than one where the list prints the code again in another language."""

    locode: str
    names: tuple[str, ...]
    subdivision: str
    functions: str
    status: str
    position: Position | None

    @property
    def country(self) -> str:
        return self.locode[:2]

    @property
    def is_port(self) -> bool:
        return self.functions.startswith("1")


@dataclass(frozen=True, slots=True)
class Reference:
    """A line of the form "Bombay = Mumbai (ex Bombay)": a name, and the entry's name it stands for."""

    country: str
    name: str
    stands_for: str


@dataclass(frozen=True, slots=True)
class CodeList:
    """All of UN/LOCODE: entries by code, references, and what was left out."""

    entries: dict[str, Entry]
    references: tuple[Reference, ...]
    dropped: tuple[Dropped, ...]


def parse_position(text: str) -> Position | None:
    """ "1036N 10331E" as degrees; None if the text is no position (minutes above 59, a latitude above 90…)."""
    match = _POSITION.fullmatch(text.strip())
    if match is None:
        return None
    north, north_minutes, ns, east, east_minutes, ew = match.groups()
    if int(north_minutes) > 59 or int(east_minutes) > 59:
        return None
    latitude = int(north) + int(north_minutes) / 60
    longitude = int(east) + int(east_minutes) / 60
    if latitude > 90 or longitude > 180:
        return None
    return Position(latitude if ns == "N" else -latitude, longitude if ew == "E" else -longitude)


def read(paths: Iterable[Path]) -> CodeList:
    """Read the parts of the code list."""
    entries: dict[str, Entry] = {}
    references: list[Reference] = []
    dropped: list[Dropped] = []
    for change, country, place, name, subdivision, functions, status, position in _rows(paths):
        if change == "=":
            references.append(_reference(country, name))
        elif not place:
            continue  # a heading with the country's name, or "Cayenne = GF CAY", which the code list also has as GFCAY
        elif change in _REMOVED:
            dropped.append(Dropped("port", SOURCE, country + place, name, "withdrawn"))
        else:
            entry = Entry(country + place, (name,), subdivision, functions, status, parse_position(position))
            if position and entry.position is None:
                dropped.append(Dropped("position", SOURCE, entry.locode, name, "malformed", position))
            entries[entry.locode] = _merge(entries.get(entry.locode), entry)
    return CodeList(entries, tuple(references), tuple(dropped))


def _rows(paths: Iterable[Path]) -> Iterator[tuple[str, str, str, str, str, str, str, str]]:
    for path in paths:
        with path.open(encoding="cp1252", newline="") as lines:
            for row in csv.reader(lines):
                yield row[0], row[1], row[2], row[3], row[5], row[6], row[7], row[10]


def _reference(country: str, text: str) -> Reference:
    name, _, stands_for = text.partition("=")
    return Reference(country, name.strip(), stands_for.strip())


def _merge(known: Entry | None, entry: Entry) -> Entry:
    """The same code printed twice (Oostende, Ostend) is one entry with two names."""
    if known is None:
        return entry
    return replace(known, names=(*known.names, *entry.names), position=known.position or entry.position)
