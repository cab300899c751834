"""Where a ship came from and where it entered, as far as the file says; nothing is guessed."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from roadstead.screening.entrances import countries, seaports, usports
from roadstead.screening.entrances.columns import Row
from roadstead.screening.entrances.errors import Problem, RowError, shown
from roadstead.screening.entrances.refusals import disagreement, nowhere, several
from roadstead.screening.entrances.seaports import Found
from roadstead.screening.entrances.tables import Official, Tables

_CATCH_ALL = re.compile(r"(all|other)\b", re.IGNORECASE)
_NO_PORT = "port not on file"
_REMEMBERED = 50_000  # combinations; a year has some thousands
_UNKNOWN = Official("")


class Why(StrEnum):
    """Why a place has no port, and whether anything can be done about it."""

    FOUND = "found"
    UNNAMED = "no name given"
    CATCH_ALL = "a name for all other ports"
    UNKNOWN = "no sea port of that name"
    SEVERAL = "several ports of that name"
    CONFLICT = "code and name say different ports"


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO) and its port (UN/LOCODE), or why there is none; hint: the codes or the name perhaps meant."""

    country: str
    port: str | None
    name: str
    why: Why
    hint: str = ""


class Places:
    """Resolves places with the tables that a user gave, each combination once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._previous = lru_cache(_REMEMBERED)(self._look_up)
        self.arrival = lru_cache(_REMEMBERED)(_arrival)

    def previous(self, row: Row) -> Place:
        """The last place before the entrance. Raises RowError where not even its country is certain."""
        found = self._previous(*(row.text(name) for name in _COLUMNS))
        if isinstance(found, Problem):
            raise RowError(found)
        return found

    def _look_up(self, where: str, code: str, us_code: str, name: str, country: str) -> Place | Problem:
        kind = where.upper()[:1] or ("F" if code or not us_code else "D")
        try:
            if kind == "D":
                return self._domestic(us_code, name, country)
            if kind == "F":
                return self._foreign(code, name, country)
        except RowError as error:
            return error.problem
        why = "this is neither F (from a foreign port) nor D (from a US port)"
        return Problem("WHERE_IND", shown(where), why, "Write F or D.")

    def _domestic(self, code: str, name: str, country: str) -> Place:
        if country and not countries.by_name(country) & usports.UNITED_STATES:
            why = "WHERE_IND says that the ship came from a US port, WHERE_CTRY names another country"
            raise RowError(Problem("WHERE_CTRY", shown(country), why, "Correct the one that is wrong."))
        number = countries.schedule_d(code) or ""
        name = name or self._tables.schedule_d.get(number, _UNKNOWN).name
        coded = usports.by_code(number)
        if not name:
            return Place((coded or "US")[:2], coded, "", Why.FOUND if coded else Why.UNNAMED)
        found = usports.find(name)
        if found.locode and coded and found.locode != coded:
            return Place(found.locode[:2], None, name, Why.CONFLICT, f"{coded} or {found.locode}")
        return _place(usports.country(name), name, found)

    def _foreign(self, code: str, name: str, country: str) -> Place:
        number = countries.schedule_k(code) or ""
        official = self._tables.schedule_k.get(number, _UNKNOWN)
        if not name or (official.name.casefold().startswith(name.casefold())):  # a name cut short, too
            name = official.name or name
        possible = _possible(code, number, official, country)
        found = {one: seaports.find(one, name) for one in possible} if not _CATCH_ALL.match(name) else {}
        hits = [one for one in possible if found and found[one].locode]
        named = countries.by_name(country)
        certain = hits if len(hits) == 1 else [one for one in possible if one in named] or list(possible)
        if len(certain) > 1:
            raise RowError(several(code, country, certain))
        return _place(certain[0], name, found.get(certain[0], Found()))


_COLUMNS = ("WHERE_IND", "WHERE_SCHEDK", "WHERE_PORT", "WHERE_NAME", "WHERE_CTRY")


def _possible(code: str, number: str, official: Official, country: str) -> tuple[str, ...]:
    """The countries that a code can lie in; the name's where the code tells none. Raises RowError."""
    named, area = countries.by_name(country), countries.area(number) if number else None
    if area is None:
        found = tuple(sorted(official.countries or named))
        if found and official.countries and named and not official.countries & named:
            raise RowError(disagreement(country, code, found))
        if not found:
            raise RowError(nowhere(code, country, official))
        return found
    if named and not area.agrees_with(named):
        raise RowError(disagreement(country, code, area.countries))
    return area.countries


def _place(country: str, name: str, found: Found) -> Place:
    if found.locode:
        return Place(country, found.locode, name, Why.FOUND)
    if not name or name.casefold() == _NO_PORT:
        return Place(country, None, "", Why.UNNAMED)
    if _CATCH_ALL.match(name):
        return Place(country, None, name, Why.CATCH_ALL)
    if found.several:
        return Place(country, None, name, Why.SEVERAL, ", ".join(found.several))
    return Place(country, None, name, Why.UNKNOWN, found.near)


def _arrival(name: str) -> Place:
    """The US port of the entrance by its name alone: PORT is the Corps of Engineers' own numbering."""
    return _place(usports.country(name), name, usports.find(name) if name else Found())
