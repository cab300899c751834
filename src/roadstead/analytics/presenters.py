"""A computed what-if made ready for its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.analytics import pictures, queries, rates, tables, words
from roadstead.analytics.figures import DAYS_A_YEAR, Case, figures
from roadstead.analytics.rates import Rates, Work
from roadstead.analytics.tables import Table
from roadstead.core.country import country_name, is_country
from roadstead.screening.impact import AtSea

WHERE = ("zones", "arrival_ports", "countries", "ports")
WHO = ("vessel_types", "flags", "operators")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the key figures: a value for each draft, and the difference of two. note: what it rests on."""

    label: str
    values: tuple[str, ...]
    difference: str
    note: str = ""


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
        "figures": key_figures(cases, given),
        "months": _breakdown(found[0], letters),
        "where": [_breakdown(table, letters) for table in found if table.id in WHERE],
        "who": [_breakdown(table, letters) for table in found if table.id in WHO],
        "freed": any(figures(case).freed for case in cases),
        "period": words.period(cases[0].impact.period),
        "meanings": [(tables.MEASURES[name], tables.MEANINGS[name]) for name in tables.measures(cases)],
        "map": pictures.world(cases, found, ports),
        "outcomes": _outcomes(cases),
        "works": [(case.letter, *_works(case, given)) for case in cases],
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


def works(case: Case, given: Rates) -> tuple[Work, Work]:
    """Examinations and guards of one draft."""
    years, consequences = figures(case).years, case.impact.consequences
    return rates.examinations(consequences, given, years), rates.guards(consequences, given, years)


def _works(case: Case, given: Rates) -> tuple[dict[str, Any], dict[str, Any]]:
    examined, guarded = works(case, given)
    return _sum(examined, _("hours")), _sum(guarded, _("guard-days"))


def _sum(work: Work, unit: str) -> dict[str, Any]:
    """The arithmetic of a sum, in words."""
    steps = [
        _("%(n)s arrivals %(said)s × %(rate)g %% = %(counted)s")
        % {
            "n": words.count(step.arrivals),
            "said": step.said,
            "rate": step.rate.value,
            "counted": words.about(step.counted),
        }
        for step in work.steps
    ]
    factors = " × ".join(f"{factor.value:g} {factor.kind.unit}" for factor in work.factors)
    total = _("%(ships)s in %(days)s days, or %(year)s a year; × %(factors)s = %(total)s %(unit)s a year") % {
        "ships": words.about(work.ships),
        "days": words.count(round(work.years * DAYS_A_YEAR)),
        "year": words.about(work.ships_a_year),
        "factors": factors,
        "total": words.about(work.a_year),
        "unit": unit,
    }
    return {"steps": steps, "total": total, "work": work, "unit": unit}


def key_figures(cases: Sequence[Case], given: Rates) -> list[Figure]:
    """The numbers of each draft on one line each, side by side."""
    numbers = [figures(case) for case in cases]
    sums = [works(case, given) for case in cases]
    ships = [case.impact.ships for case in cases]
    lines = [
        _whole(_("Arrivals newly caught"), [one.caught for one in numbers]),
        _rough(_("… a month"), [one.a_month(one.caught) for one in numbers]),
        _whole(_("Arrivals no longer caught"), [one.freed for one in numbers]),
        _whole(_("Arrivals of which nobody could tell any more"), [one.unclear for one in numbers]),
        _whole(_("Arrivals no longer in doubt"), [one.settled for one in numbers]),
        _whole(_("Calls unknown for want of a terminal"), [case.impact.calls_without_terminal for case in cases]),
        _whole(_("Arrivals that had called in the countries named"), [case.impact.concerned for case in cases]),
    ]
    if None not in ships:
        lines.insert(2, _whole(_("Different ships touched"), [ship or 0 for ship in ships]))
    note = _("by the rates below")
    lines += [
        _rough(_("Examinations a year"), [one.ships_a_year for one, _guards in sums], note),
        _rough(_("Guard-days a year"), [two.a_year for _exam, two in sums], note),
    ]
    if any(case.draft.first_day for case in cases):
        lines.append(_whole(_("Ships at sea on the first day, caught"), [case.impact.at_sea_in_all for case in cases]))
    return [line for line in lines if any(value != "0" for value in line.values) or line is lines[0]]


def _whole(label: str, values: Sequence[int]) -> Figure:
    return Figure(label, tuple(map(words.count, values)), _signed(values, words.count))


def _rough(label: str, values: Sequence[float], note: str = "") -> Figure:
    return Figure(label, tuple(map(words.about, values)), _signed(values, words.about), note)


def _signed(values: Sequence[Any], write: Any) -> str:
    """The second less the first, with its sign."""
    if len(values) < 2:
        return ""
    less = values[1] - values[0]
    sign = "+" if less > 0 else "−" if less < 0 else "±"
    return f"{sign}{write(abs(less))}"


def _breakdown(table: Table, letters: Sequence[str]) -> Breakdown:
    rows = [(row.name, row.code, [words.count(number) for number in row.numbers]) for row in table.rows]
    split = len(table.shown)
    known = any(row.key for row in table.rows)
    return Breakdown(table, pictures.chart(table, letters), rows[:split], rows[split:], known)


def _outcomes(cases: Sequence[Case]) -> list[tuple[str, str, bool, list[str]]]:
    """What was, what would be, whether that is a change, and how many in each draft."""
    found = {case.letter: {(was, now): n for was, now, n in case.impact.outcomes} for case in cases}
    pairs = dict.fromkeys(pair for counts in found.values() for pair in counts)
    rows = [(was, now, was != now, [counts.get((was, now), 0) for counts in found.values()]) for was, now in pairs]
    rows.sort(key=lambda row: (not row[2], -row[3][0]))
    return [(was, now, changed, [words.count(n) for n in counts]) for was, now, changed, counts in rows]


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
    rest = ngettext("%(n)s more is not shown.", "%(n)s more are not shown.", left) % {"n": words.count(left)}
    return {
        "letter": case.letter,
        "day": case.draft.first_day,
        "ships": ships,
        "in_all": words.count(case.impact.at_sea_in_all),
        "rest": rest if left > 0 else "",
    }


def _port(code: str, ports: Mapping[str, Any]) -> str:
    port = ports.get(code)
    return tables.port_name(port) if port else code
