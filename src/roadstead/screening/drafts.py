"""A what-if: countries put on the list or taken off it, and exceptions added. A draft, never an edition."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Put:
    """A country put on the list or taken off it. since: the first day; None: on every day."""

    country: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Excepted:
    """A facility excepted in a country: its IMO port facility number or its name. since: as in Put."""

    country: str
    facility: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What to change in the list as known."""

    add: tuple[Put, ...] = ()
    remove: tuple[Put, ...] = ()
    exceptions: tuple[Excepted, ...] = ()

    @property
    def first_day(self) -> date | None:
        """The first day on which the draft changes anything; None where it does so on every day."""
        parts: tuple[Put | Excepted, ...] = (*self.add, *self.remove, *self.exceptions)
        days = [part.since for part in parts]
        return None if None in days else min((day for day in days if day), default=None)
