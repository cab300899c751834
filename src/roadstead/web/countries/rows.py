"""The countries of the list, each with all that the list measures: a fixed number of queries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.queries.bodies import Belonging, belongings
from roadstead.registry.queries.country_measures import (
    DESIGNATED,
    EMBASSY,
    Facilities,
    Maritime,
    facility_counts,
    maritime_countries,
    named_organisations,
)
from roadstead.registry.queries.portfolios import Answering, all_answering
from roadstead.web.countries.asked import NOBODY, Asked
from roadstead.web.countries.standing import NEVER, ORDER, Standing, standings

Named = list[tuple[int, str]]  # organisations by number and name


@dataclass(frozen=True, slots=True)
class Row:
    """One country. gaps: which of officer, authority, embassy, facilities it lacks, as far as the viewer may read."""

    country: Maritime
    standing: Standing
    who: Answering
    facilities: Facilities
    authorities: Named
    embassies: Named
    bodies: tuple[Belonging, ...]

    @property
    def gaps(self) -> frozenset[str]:
        lacking = {
            "officer": self.who.responsible is None and not self.country.no_officer,
            "authority": not self.authorities,
            "embassy": not self.embassies,
            "facilities": not self.facilities.count,
        }
        return frozenset(name for name, lacks in lacking.items() if lacks)


def gather(viewer: Viewer, on: date) -> list[Row]:
    """Every country with a sea coast, by name."""
    countries = maritime_countries()
    listed, counts = standings(on), facility_counts(viewer, on)
    who = all_answering([one.code for one in countries], on)
    named = named_organisations(viewer, (DESIGNATED, EMBASSY))
    members: dict[str, list[Belonging]] = {}
    for one in belongings():
        if one.holds(on):
            members.setdefault(one.country, []).append(one)
    return [
        Row(
            country=one,
            standing=listed.get(one.code, Standing(NEVER)),
            who=who[one.code],
            facilities=counts.get(one.code, Facilities()),
            authorities=named.get((one.code, DESIGNATED), []),
            embassies=named.get((one.code, EMBASSY), []),
            bodies=tuple(members.get(one.code, ())),
        )
        for one in countries
    ]


def chosen(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """The rows that fit, in the order asked for; equal ones by name, and what is not known last."""
    found = sorted((row for row in rows if fits(row, asked)), key=lambda row: fold(row.country.name))
    key, down = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    known = [(value, row) for row in found if (value := _value(row, key)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=down)
    return [row for _, row in known] + [row for row in found if _value(row, key) is None]


def fits(row: Row, asked: Asked) -> bool:
    """Whether a country is asked for."""
    responsible = row.who.responsible
    return all(
        (
            not asked.text or _named(row, asked.text),
            not asked.region or asked.region in (row.country.region, row.country.subregion),
            not asked.grouping or any(one.body.code == asked.grouping for one in row.bodies),
            not asked.status or row.standing.value == asked.status,
            not asked.officer or asked.officer == (str(responsible.officer) if responsible else NOBODY),
            not asked.gap or _lacks(row.gaps, asked.gap),
        )
    )


def _named(row: Row, text: str) -> bool:
    return text.upper() == row.country.code or all(word in fold(row.country.name) for word in fold(text).split())


def _lacks(gaps: Collection[str], asked: str) -> bool:
    return bool(gaps) if asked == "any" else asked in gaps


def _value(row: Row, key: str) -> Any:
    """What a column is sorted by; None for what is not known."""
    values: dict[str, Any] = {
        "name": fold(row.country.name),
        "advisory": ORDER[row.standing.value],
        "officer": fold(row.who.responsible.officer_name) if row.who.responsible else None,
        "facilities": row.facilities.count,
        "expired": row.facilities.expired_share,
        "authority": fold(row.authorities[0][1]) if row.authorities else None,
        "embassy": fold(row.embassies[0][1]) if row.embassies else None,
    }
    return values[key]
