"""What a draft would do to the voyages on record: the answer to a what-if."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """Voyages touched by the draft that share one value (a month, zone, country, type, flag, operator).

    A voyage is touched when it calls at a country that the draft changes and its answer is not what it was.
    voyages: arrivals on record with that value and a call in a changed country.
    newly_caught: conditions of entry would apply and did not. no_longer: they applied and would not.
    newly_unknown: nobody could tell any more. newly_settled: nobody could tell, and now one can say no.
    """

    key: str
    voyages: int
    newly_caught: int
    no_longer: int
    newly_unknown: int
    newly_settled: int


@dataclass(frozen=True, slots=True)
class AtSea:
    """A ship that had left its last port before the draft's first day, arrives after it and would be caught."""

    voyage_id: str
    vessel: str | None
    vessel_type: str | None
    flag: str | None
    operator: str | None
    last_port: str
    departed_at: datetime
    arrival_port: str
    arrival_at: datetime
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Impact:
    """One draft over one set of voyages.

    outcomes: (before, after, voyages) over voyages with a call in a changed country.
    ships: distinct vessels among the touched voyages; None where the table names no vessels.
    calls_without_terminal: calls that would be unknown because no terminal is given.
    caught_days: days in US ports are the user's to assume; here are the newly caught voyages by what awaits them,
    as (boarding, armed guards, voyages).
    months .. ports: tallies, the largest first (months in order). ports: foreign ports of call in changed countries.
    arrivals: all voyages on record; period: first and last arrival on record.
    """

    arrivals: int
    period: tuple[date, date] | None
    concerned: int
    outcomes: tuple[tuple[str, str, int], ...]
    ships: int | None
    calls_without_terminal: int
    consequences: tuple[tuple[str, str, int], ...]
    months: tuple[Tally, ...]
    zones: tuple[Tally, ...]
    arrival_ports: tuple[Tally, ...]
    countries: tuple[Tally, ...]
    ports: tuple[Tally, ...]
    vessel_types: tuple[Tally, ...]
    flags: tuple[Tally, ...]
    operators: tuple[Tally, ...]
    at_sea: tuple[AtSea, ...]
    at_sea_in_all: int
    seconds: float
