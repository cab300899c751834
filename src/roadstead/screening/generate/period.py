"""The stretch of time that voyages fill."""

from dataclasses import dataclass
from datetime import date, timedelta

from roadstead.screening.errors import ScreeningError

FIRST = date(2008, 1, 1)
DENSITY = (
    85_000  # arrivals from abroad in a year, as in US ports (84,034 port calls in 2024, Coast Guard annual report)
)
LEAST_YEARS = 2
YEAR = 365.25


@dataclass(frozen=True)
class Period:
    """Arrivals lie from `start` (included) to `end` (not included)."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days


def period_of(n: int, until: date) -> Period:
    """The period of n voyages that ends with the day `until`: as dense as real traffic, denser where 2008 cuts it off.

    Raises ScreeningError where less than two years lie between 2008 and `until`.
    """
    end = until + timedelta(days=1)
    days = max(round(n / DENSITY * YEAR), round(LEAST_YEARS * YEAR))
    if end - timedelta(days=round(LEAST_YEARS * YEAR)) < FIRST:
        raise ScreeningError(f"The arrivals must end in 2010 or later: {until} leaves less than two years since 2008.")
    start = FIRST if days > (end - FIRST).days else end - timedelta(days=days)
    return Period(start, end)
