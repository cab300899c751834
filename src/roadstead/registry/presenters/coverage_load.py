"""What the coverage board says of officers, posts and regions, and of who covers whom; and the colours of its map."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.folding import fold
from roadstead.registry.presenters.coverage import SOON
from roadstead.registry.queries.coverage import Covered
from roadstead.registry.queries.portfolios import Line

COLOURS = 20  # of officers on the map, as coverage.js and coverage.css have them; more begin again
GAP = "gap"


@dataclass(slots=True)
class Load:
    """An officer's load on a day. colour: of the map; next_end: the earliest end of a country."""

    officer: int
    name: str
    colour: int
    places: set[str] = field(default_factory=set)
    countries: int = 0
    covers: int = 0
    away: int = 0
    next_end: date | None = None

    @property
    def where(self) -> str:
        return ", ".join(sorted(self.places))


@dataclass(slots=True)
class Covering:
    """One officer who covers countries of another, now or soon."""

    cover: Line
    for_whom: str
    now: bool
    countries: list[tuple[str, str]] = field(default_factory=list)


def loads(rows: list[Covered]) -> list[Load]:
    """Each officer who answers for a country, the one with most countries first."""
    found: dict[int, Load] = {}
    names = {one.officer: one.officer_name for row in rows for one in (row.who.responsible, row.who.cover) if one}
    for number, name in sorted(names.items(), key=lambda pair: (fold(pair[1]), pair[0])):
        found[number] = Load(number, name, len(found) % COLOURS)
    for row in rows:
        if now := row.who.responsible:
            _count(found[now.officer], now, row.who.cover)
        if cover := row.who.cover:
            found[cover.officer].covers += 1
    return sorted(found.values(), key=lambda one: (-one.countries, fold(one.name)))


def coverings(rows: list[Covered], on: date) -> list[Covering]:
    """Who covers whom, now or within two months; countries of one absence in one row, those of now first."""
    found: dict[tuple[Any, ...], Covering] = {}
    for row in rows:
        for line in (row.who.cover, row.who.next_cover):
            if line is None or line.first > on + SOON:
                continue
            whom = _whom(row, line)
            key = (line.officer, whom, line.first, line.until)
            one = found.setdefault(key, Covering(line, whom, line.holds(on)))
            one.countries.append((row.code, row.name))
    return sorted(found.values(), key=lambda one: (one.cover.first, fold(one.cover.officer_name)))


def by_place(rows: list[Covered]) -> list[tuple[str, int, int]]:
    """Each post with its officers and countries."""
    held = [row.who.responsible for row in rows if row.who.responsible]
    countries = Counter(line.place for line in held)
    officers = Counter(place for place, _officer in {(line.place, line.officer) for line in held})
    return [(place or _("no post said"), officers[place], count) for place, count in sorted(countries.items())]


def by_region(rows: list[Covered]) -> list[tuple[str, int, int]]:
    """Each region with its countries, and those without an officer."""
    countries, gaps = Counter(row.region for row in rows), Counter(row.region for row in rows if row.gap)
    return [(region or _("no region said"), count, gaps[region]) for region, count in sorted(countries.items())]


def on_map(rows: list[Covered], officers: list[Load]) -> list[dict[str, Any]]:
    """What the map draws: each country in the colour of its officer, or as a gap."""
    colours = {one.officer: one.colour for one in officers}
    return [
        {
            "iso": row.code,
            "name": row.name,
            "colour": colours[now.officer] if (now := row.who.responsible) else GAP,
            "words": now.officer_name if now else _("Nobody is responsible"),
            "href": f"/desk/countries/{row.code}/",
        }
        for row in rows
    ]


def _count(load: Load, now: Line, cover: Line | None) -> None:
    load.countries += 1
    load.away += cover is not None
    load.places |= {now.place} - {""}
    if now.until is not None:
        load.next_end = min(load.next_end or now.until, now.until)


def _whom(row: Covered, cover: Line) -> str:
    """Whose absence it is: who is responsible when the cover begins."""
    held = [line for line in (row.who.responsible, row.who.following) if line and line.holds(cover.first)]
    held = held or [line for line in (row.who.responsible,) if line]
    return held[0].officer_name if held else ""
