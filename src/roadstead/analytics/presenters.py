"""A computed what-if made ready for its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.analytics import keyfigures, pictures, queries, tables, words
from roadstead.analytics.figures import Case, figures
from roadstead.analytics.naming import NO_ZONE, NOT_GIVEN, port_name
from roadstead.analytics.numerals import count
from roadstead.analytics.rates import Rates
from roadstead.analytics.tables import Table
from roadstead.core.country import country_name, is_country
from roadstead.screening.impact import AtSea

SHIPS_SHOWN = 12
WHERE = ("zones", "arrival_ports", "countries", "ports")
WHO = ("vessel_types", "flags", "operators")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A table with its picture."""

    table: Table
    chart: dict[str, Any]
    rows: list[tuple[str, str, list[str]]]
    folded: list[tuple[str, str, list[str]]]
    known: bool

    @property
    def chart_id(self) -> str:
        """The id of the chart's data on the page."""
        return f"chart-{self.table.id}"


@dataclass(frozen=True, slots=True)
class Ship:
    """A ship at sea on the first day, with names for its ports and flag."""

    ship: AtSea
    flag: str
    last_port: str
    arrival_port: str


def result(cases: Sequence[Case], given: Rates) -> dict[str, Any]:
    """Everything that the page of an answer loops over."""
    ports = queries.ports(codes(cases))
    found = tables.tables(cases, ports)
    letters = [case.letter for case in cases]
    return {
        "cases": [_case(case, len(cases)) for case in cases],
        "compared": len(cases) > 1,
        "figures": keyfigures.key_figures(cases, given),
        "months": _breakdown(found[0], letters),
        "where": [_breakdown(table, letters) for table in found if table.id in WHERE],
        "who": [_breakdown(table, letters) for table in found if table.id in WHO],
        "freed": any(figures(case).freed for case in cases),
        "period": words.period(cases[0].impact.period),
        "meanings": [(tables.MEASURES[name], tables.MEANINGS[name]) for name in tables.measures(cases)],
        "map": pictures.world(cases, found, ports),
        "outcomes": _outcomes(cases),
        "works": [(case.letter, *keyfigures.in_words(case, given)) for case in cases],
        "at_sea": [_at_sea(case, ports) for case in cases],
    }


def codes(cases: Sequence[Case]) -> set[str]:
    """Every port that a page or a document names."""
    tallies = (tally for case in cases for tally in (*case.impact.ports, *case.impact.arrival_ports))
    ships = (ship for case in cases for ship in case.impact.at_sea)
    return {tally.key for tally in tallies} | {code for ship in ships for code in (ship.last_port, ship.arrival_port)}


def _case(case: Case, of: int) -> dict[str, Any]:
    first, more = words.answer(case)
    return {
        "letter": case.letter,
        "name": _("Draft\u00a0%(letter)s") % {"letter": case.letter.upper()} if of > 1 else _("The draft"),
        "lines": words.lines(case.draft),
        "first": first,
        "more": more,
        "tone": "alarm" if figures(case).caught else "quiet",
        "computed": f"{case.impact.seconds:.2f}",
    }


def _breakdown(table: Table, letters: Sequence[str]) -> Breakdown:
    rows = [(row.name, row.code, [count(number) for number in row.numbers]) for row in table.rows]
    split = len(table.shown)
    known = any(row.key not in (NOT_GIVEN, NO_ZONE) for row in table.rows)
    return Breakdown(table, pictures.chart(table, letters), rows[:split], rows[split:], known)


def _outcomes(cases: Sequence[Case]) -> list[tuple[str, str, bool, list[str]]]:
    """What was, what would be, whether that is a change, and how many in each draft."""
    found = {case.letter: {(was, now): n for was, now, n in case.impact.outcomes} for case in cases}
    pairs = dict.fromkeys(pair for counts in found.values() for pair in counts)
    rows = [(was, now, was != now, [counts.get((was, now), 0) for counts in found.values()]) for was, now in pairs]
    rows.sort(key=lambda row: (not row[2], -row[3][0]))
    return [(was, now, changed, [count(n) for n in counts]) for was, now, changed, counts in rows]


def _at_sea(case: Case, ports: Mapping[str, Any]) -> dict[str, Any]:
    ships = [
        Ship(
            ship,
            country_name(ship.flag) if ship.flag and is_country(ship.flag) else ship.flag or "",
            _port(ship.last_port, ports),
            _port(ship.arrival_port, ports),
        )
        for ship in case.impact.at_sea
    ]
    left = case.impact.at_sea_in_all - len(ships)
    rest = ngettext("%(n)s more is not shown.", "%(n)s more are not shown.", left) % {"n": count(left)}
    return {
        "letter": case.letter,
        "day": case.draft.first_day,
        "ships": ships[:SHIPS_SHOWN],
        "folded": ships[SHIPS_SHOWN:],
        "in_all": count(case.impact.at_sea_in_all),
        "rest": rest if left > 0 else "",
    }


def _port(code: str, ports: Mapping[str, Any]) -> str:
    port = ports.get(code)
    return port_name(port) if port else code
