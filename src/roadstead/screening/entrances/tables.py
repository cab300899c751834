"""The official Schedule K and Schedule D as files that a user gives: codes with their names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from roadstead.core.names import fold
from roadstead.screening.entrances import countries
from roadstead.screening.entrances.columns import Line
from roadstead.screening.entrances.errors import FileError
from roadstead.screening.entrances.source import rows_of

_CODES = ("schedule k code", "schedule d code", "forport cd", "port code", "code")
_NAMES = ("foreign port name", "forport name", "port name", "name")
_COUNTRIES = ("country name", "ctry name", "country")
_KINDS = ("official port name alias", "official alias", "type")
_SEARCHED = 30


@dataclass(frozen=True, slots=True)
class Official:
    """What a table says of a code: its official name, and the countries that the name beside it can mean."""

    name: str
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables given, by code with its leading zeros; empty where none was given."""

    schedule_k: Mapping[str, Official] = field(default_factory=dict)
    schedule_d: Mapping[str, Official] = field(default_factory=dict)


def read(schedule_k: Path | None, schedule_d: Path | None) -> Tables:
    """Read the tables given. Raises FileError, which names the option."""
    return Tables(
        _table(schedule_k, "--schedule-k", 5) if schedule_k else {},
        _table(schedule_d, "--schedule-d", 4) if schedule_d else {},
    )


def _table(path: Path, option: str, digits: int) -> dict[str, Official]:
    try:
        lines = rows_of(path, None)
        places = _heading(lines)
        found: dict[str, Official] = {}
        for line in lines:
            _take(found, line, places, digits)
    except FileError as error:
        raise FileError(f"{option} {path.name}: {error}") from None
    if not found:
        raise FileError(f"{option} {path.name}: no row has a code of {digits} digits; is this the right table?")
    return found


def _heading(lines: Iterator[Line]) -> Sequence[int | None]:
    """Where code, name, country and kind stand. Raises FileError where there is no code or no name."""
    for line in islice(lines, _SEARCHED):
        names = [fold(str(cell or "")) for cell in line.cells]
        code, name, country, kind = (
            next((names.index(one) for one in known if one in names), None)
            for known in (_CODES, _NAMES, _COUNTRIES, _KINDS)
        )
        if code is not None and name is not None:
            return code, name, country, kind
    raise FileError(
        "no heading with a code and a name in its first rows; the columns are called “Schedule K Code” and "
        "“Foreign Port Name”, or “Code” and “Name”."
    )


def _take(found: dict[str, Official], line: Line, places: Sequence[int | None], digits: int) -> None:
    """The official name of a code; aliases are other places under the same code, so they tell nothing of it."""
    code, name, country, kind = (
        "" if place is None or place >= len(line.cells) else str(line.cells[place] or "").strip() for place in places
    )
    code = code.removesuffix(".0").zfill(digits)
    if re.fullmatch(rf"[0-9]{{{digits}}}", code) and name and not kind.lower().startswith("a"):
        found.setdefault(code, Official(name, countries.by_name(country) if country else frozenset()))
