"""A log that was read for a viewer, as values of the core: its entries, what stands, and what it comes to."""

from dataclasses import dataclass

from roadstead.arrivals.models import LogEntry, MeasuresLog
from roadstead.core.logbook import Entry, Standing, broken, standing
from roadstead.core.logged_measures import Logged, logged
from roadstead.rulebook import rest_hours


@dataclass(frozen=True, slots=True)
class Weighed:
    """rows: every entry, the first first; broken: what is wrong with their chain, "" where it holds."""

    rows: tuple[LogEntry, ...]
    standing: Standing
    logged: Logged
    broken: str

    @property
    def last(self) -> str:
        """The kind of the last entry."""
        return self.rows[-1].kind if self.rows else ""

    def row_of(self, entry: Entry) -> LogEntry:
        return self.rows[entry.number - 1]


def weigh(log: MeasuresLog) -> Weighed:
    """Read a log: one query."""
    rows = tuple(LogEntry.objects.filter(log=log).stated().select_related("written_by").order_by("number"))
    values = [one.value for one in rows]
    links = [(value, row.previous, row.digest) for value, row in zip(values, rows, strict=True)]
    held = standing(values)
    return Weighed(rows, held, logged(held, rest_hours.in_force()), broken(str(log.uid), links, log.head))
