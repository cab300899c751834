"""What a screening found, counted: by outcome, country, month, zone and vessel type."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

OUTCOMES = ("applies", "cannot_tell", "does_not_apply")
NO_ZONE, NO_TYPE = "no zone on record", "not given"


@dataclass(frozen=True, slots=True)
class CountryCount:
    """Calls of one country: on or possibly on the list, caught, and open."""

    listed_calls: int
    caught_calls: int
    unknown_calls: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of voyages by outcome, over all and within each month, zone and vessel type; of calls by country.

    about: what the output was made from, and what the maker of the voyages said of them (`input.about`).
    """

    voyages: int
    outcomes: Mapping[str, int]
    countries: Mapping[str, CountryCount]
    months: Mapping[str, Mapping[str, int]]
    zones: Mapping[str, Mapping[str, int]]
    vessel_types: Mapping[str, Mapping[str, int]]
    about: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def by_country(judged: ir.Table) -> ir.Table:
    """country, listed_calls, caught_calls, unknown_calls."""
    return judged.group_by("country").aggregate(
        listed_calls=ibis._.count(),
        caught_calls=judged.caught.fill_null(False).cast("int64").sum(),
        unknown_calls=judged.caught.isnull().cast("int64").sum(),
    )


def touched(said: ir.Table) -> ir.Table:
    """month, arrival_port, vessel_type, outcome, voyages: of those that are, or may be, caught."""
    found = said.filter(said.outcome != "does_not_apply")
    keyed = found.mutate(month=found.arrival_day.truncate("M"))
    return keyed.group_by("month", "arrival_port", "vessel_type", "outcome").aggregate(voyages=ibis._.count())


def month_of(time: ir.TimestampColumn) -> ir.DateColumn:
    """The first day of the month."""
    return time.truncate("M").date()


def totals_of(heads: ir.Table) -> ir.Table:
    """month, arrival_port, vessel_type, voyages."""
    kind = heads.vessel_type if "vessel_type" in heads.columns else ibis.null("string")
    keyed = heads.select("arrival_port", month=month_of(heads.arrival_at), vessel_type=kind)
    return keyed.group_by("month", "arrival_port", "vessel_type").aggregate(voyages=ibis._.count())


class Counting:
    """Adds up what the parts of a screening found. zones: the zone of each arrival port."""

    def __init__(self, zones: Mapping[str, str]) -> None:
        self.zones = zones
        self.countries: dict[str, Counter[str]] = defaultdict(Counter)
        self.cells: Counter[tuple[date, str, str, str]] = Counter()

    def calls(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Rows of `by_country`."""
        for row in rows:
            self.countries[row["country"]].update({name: value for name, value in row.items() if name != "country"})

    def voyages(self, rows: Iterable[Mapping[str, Any]], *, outcome: str | None = None, sign: int = 1) -> None:
        """Rows of `touched`, or of `totals_of` with the outcome that those not touched have."""
        for row in rows:
            cell = (row["month"], row["arrival_port"] or "", row["vessel_type"] or NO_TYPE, outcome or row["outcome"])
            self.cells[cell] += sign * row["voyages"]

    def summary(self) -> Summary:
        outcomes = dict.fromkeys(OUTCOMES, 0)
        groups: tuple[dict[str, dict[str, int]], ...] = ({}, {}, {})
        for (month, port, kind, outcome), count in self.cells.items():
            outcomes[outcome] += count
            for group, key in zip(groups, (f"{month:%Y-%m}", self.zones.get(port, NO_ZONE), kind), strict=True):
                group.setdefault(key, dict.fromkeys(OUTCOMES, 0))[outcome] += count
        months, zones, kinds = (dict(sorted(group.items())) for group in groups)
        counted = {country: CountryCount(**counts) for country, counts in sorted(self.countries.items())}
        return Summary(sum(outcomes.values()), outcomes, counted, months, zones, kinds)
