"""Breakdowns of an impact, or of two side by side, as tables ready to be shown, written or drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from roadstead.analytics.figures import Case
from roadstead.analytics.naming import Ports, name_of
from roadstead.screening.impact import Impact, Tally

Text = str | Promise
FIRST_ROWS = 8
MEASURES: Mapping[str, Text] = {
    "newly_caught": gettext_lazy("Newly caught"),
    "no_longer": gettext_lazy("No longer caught"),
    "newly_unknown": gettext_lazy("Cannot tell any more"),
    "newly_settled": gettext_lazy("No longer in doubt"),
}
MEANINGS: Mapping[str, Text] = {
    "newly_caught": gettext_lazy("Conditions of entry did not apply, or nobody could tell; now they would apply."),
    "no_longer": gettext_lazy("Conditions of entry applied; now they would not."),
    "newly_unknown": gettext_lazy("The answer was clear; now nobody could tell, mostly for want of a terminal."),
    "newly_settled": gettext_lazy("Nobody could tell; now one could say that nothing applies."),
}
BREAKDOWNS: Mapping[str, tuple[Text, Text]] = {
    "months": (gettext_lazy("Arrivals per month"), gettext_lazy("Month")),
    "zones": (gettext_lazy("Captain of the Port zones"), gettext_lazy("Zone")),
    "arrival_ports": (gettext_lazy("US ports of arrival"), gettext_lazy("Port")),
    "countries": (gettext_lazy("Countries of call"), gettext_lazy("Country")),
    "ports": (gettext_lazy("Foreign ports of call"), gettext_lazy("Port")),
    "vessel_types": (gettext_lazy("Vessel types"), gettext_lazy("Type")),
    "flags": (gettext_lazy("Flags"), gettext_lazy("Flag")),
    "operators": (gettext_lazy("Operators"), gettext_lazy("Operator")),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of numbers. letter: of the draft it belongs to; measure: a field of Tally."""

    measure: str
    letter: str
    label: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One value with its numbers, one for each column."""

    key: str
    name: str
    code: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One breakdown. groups: headings over columns with how many each spans, where two drafts are compared.

    The rows with the most arrivals changed come first.
    """

    id: str
    heading: Text
    first: Text
    groups: tuple[tuple[Text, int], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows shown at once; months are shown whole, since a year has its order."""
        return self.rows if self.id == "months" else self.rows[:FIRST_ROWS]

    @property
    def folded(self) -> tuple[Row, ...]:
        """The rows behind a fold."""
        return self.rows[len(self.shown) :]

    def values(self, column: Column) -> list[int]:
        """One column's numbers."""
        place = self.columns.index(column)
        return [row.numbers[place] for row in self.rows]

    def changed(self, row: Row) -> dict[str, int]:
        """Of how many arrivals with that value each draft changes the answer."""
        totals = dict.fromkeys((column.letter for column in self.columns), 0)
        for column, number in zip(self.columns, row.numbers, strict=True):
            totals[column.letter] += number if column.measure in MEASURES else 0
        return totals


def measures(cases: Sequence[Case]) -> list[str]:
    """The measures of which there is anything to show; newly caught where there is nothing at all."""
    tallies = [tally for case in cases for tally in case.impact.months]
    return [name for name in MEASURES if any(getattr(tally, name) for tally in tallies)] or ["newly_caught"]


def tables(cases: Sequence[Case], ports: Ports) -> list[Table]:
    """Every breakdown, in the order of the page."""
    present = measures(cases)
    return [_table(name, cases, present, ports) for name in BREAKDOWNS]


def _table(name: str, cases: Sequence[Case], present: list[str], ports: Ports) -> Table:
    heading, first = BREAKDOWNS[name]
    found = {case.letter: {tally.key: tally for tally in _tallies(case.impact, name)} for case in cases}
    keys = list(dict.fromkeys(key for tallies in found.values() for key in tallies))
    columns = _columns(cases, present)
    rows = [_row(name, key, columns, found, ports) for key in keys]
    groups = tuple((MEASURES[measure], len(cases)) for measure in present) if len(cases) > 1 else ()
    table = Table(name, heading, first, groups, columns, tuple(rows))
    if name == "months":
        in_force = (row for row in rows if row.key >= _first_month(cases))
        return replace(table, rows=tuple(sorted(in_force, key=lambda row: row.key)))
    return replace(table, rows=tuple(sorted(rows, key=lambda row: (-max(table.changed(row).values()), row.name))))


def _first_month(cases: Sequence[Case]) -> str:
    """The month in which the first draft begins: before it there is nothing but zeros to show."""
    days = [case.draft.first_day for case in cases]
    return "" if None in days else min(f"{day:%Y-%m}" for day in days if day)


def _tallies(impact: Impact, name: str) -> tuple[Tally, ...]:
    found: tuple[Tally, ...] = getattr(impact, name)
    return found


def _columns(cases: Sequence[Case], present: list[str]) -> tuple[Column, ...]:
    if len(cases) == 1:
        letter = cases[0].letter
        counted = tuple(Column(measure, letter, MEASURES[measure]) for measure in present)
        return (*counted, Column("voyages", letter, gettext_lazy("All that called there")))
    return tuple(Column(measure, case.letter, case.letter.upper()) for measure in present for case in cases)


def _row(
    name: str,
    key: str,
    columns: tuple[Column, ...],
    found: Mapping[str, Mapping[str, Tally]],
    ports: Ports,
) -> Row:
    numbers = tuple(getattr(found[column.letter].get(key), column.measure, 0) for column in columns)
    said, code = name_of(name, key, ports)
    return Row(key, said, code, numbers)
