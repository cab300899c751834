"""What became of a file, in numbers and row by row."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from roadstead.screening.entrances.entrance import Entrance, Ship
from roadstead.screening.entrances.errors import Problem
from roadstead.screening.entrances.places import Place, Why
from roadstead.screening.entrances.tally import MOST_LISTED, Names

SCHEMA = "roadstead/import-report/1"
LIMITS = (
    "The file names only the last port before each entrance, so each voyage has one call. “Does not apply” here means "
    "only “not by its last port”: the calls before it are not known and may decide otherwise.",
    "When the ship left its last port is not in the file. departed_at is the moment of arrival, the latest it can be; "
    "where the list changed shortly before an entrance, whether the country was on it at the visit is not certain.",
    "arrival_at is noon UTC of the day of entrance: the file gives no hour.",
    "Facility, purpose and security measures are not in the file, so they are unknown.",
)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was left out. row: as the spreadsheet or an editor counts, from 1."""

    row: int
    column: str
    value: str
    why: str
    remedy: str


@dataclass(slots=True)
class Report:
    """Counts of rows unless said otherwise. Filled while the file is read."""

    input: str
    output: str | None = None
    rejects: str | None = None
    absent_columns: tuple[str, ...] = ()
    read: int = 0
    imported: int = 0
    with_port: int = 0
    from_us: int = 0
    rejected: int = 0
    rejected_rows: list[Rejected] = field(default_factory=list)
    first_day: date | None = None
    last_day: date | None = None
    ships: Counter[str] = field(default_factory=Counter)
    previous_without_port: Names = field(default_factory=Names)
    arrival_without_port: Names = field(default_factory=Names)
    flags_unknown: Names = field(default_factory=Names)
    countries_unknown: Names = field(default_factory=Names)
    same_day: int = 0

    def reject(self, row: int, problem: Problem) -> None:
        self.rejected += 1
        if len(self.rejected_rows) < MOST_LISTED:
            self.rejected_rows.append(Rejected(row, problem.column, problem.value, problem.why, problem.remedy))

    def take(self, entrance: Entrance) -> None:
        self.imported += 1
        self.first_day = min(self.first_day or entrance.day, entrance.day)
        self.last_day = max(self.last_day or entrance.day, entrance.day)
        self.ships[entrance.numbered] += 1
        self.from_us += entrance.previous.country == "US"
        self.with_port += entrance.previous.port is not None
        _note(self.previous_without_port, entrance.previous)
        _note(self.arrival_without_port, entrance.arrival)
        if entrance.flag_said:
            self.flags_unknown.add("", entrance.flag_said, "no country, or several, of that name")
        if entrance.country_said:
            self.countries_unknown.add(entrance.previous.country, entrance.country_said, "the code alone decided")

    def as_dict(self) -> dict[str, Any]:
        """The report for programs; days as in 2023-01-31."""
        return {
            "schema": SCHEMA,
            "kind": "entrances",
            "input": self.input,
            "output": self.output,
            "rejects": self.rejects,
            "rows": {
                "read": self.read,
                "imported": self.imported,
                "rejected": self.rejected,
                "with_port": self.with_port,
                "country_only": self.imported - self.with_port,
                "from_us_port": self.from_us,
                "same_ship_day_port_other_origin": self.same_day,
            },
            "ship_numbers": {one.value: self.ships[one] for one in Ship},
            "first_day": self.first_day,
            "last_day": self.last_day,
            "absent_columns": list(self.absent_columns),
            "limits": list(LIMITS),
            "rejected": [asdict(one) for one in self.rejected_rows],
            "rejected_not_listed": self.rejected - len(self.rejected_rows),
            "previous_without_port": [asdict(one) for one in self.previous_without_port.listed()],
            "arrival_without_port": [asdict(one) for one in self.arrival_without_port.listed()],
            "country_names_unknown": [asdict(one) for one in self.countries_unknown.listed()],
            "flags_unknown": [asdict(one) for one in self.flags_unknown.listed()],
        }


def _note(names: Names, place: Place) -> None:
    if place.why is not Why.FOUND:
        names.add(place.country, place.name, place.why.value, place.hint)
