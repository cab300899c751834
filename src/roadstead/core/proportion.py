"""A share of a few cases, with the interval that so few cases allow (Wilson’s score interval)."""

from dataclasses import dataclass
from math import sqrt

NINETY_FIVE = 1.959963984540054  # standard deviations on either side of a normal curve that hold 95 of 100


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. share, low, high: between 0 and 1; None where there is not one case."""

    hits: int
    of: int
    share: float | None
    low: float | None
    high: float | None

    def overlaps(self, other: "Share") -> bool | None:
        """Whether two intervals have a value in common; None where either has no case."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return None
        return self.low <= other.high and other.low <= self.high


def share(hits: int, of: int, z: float = NINETY_FIVE) -> Share:
    """A share with its interval. Raises ValueError for counts that cannot be."""
    if not 0 <= hits <= of:
        raise ValueError(f"{hits} of {of} is no share")
    if z <= 0:
        raise ValueError("an interval is as wide as a positive number of standard deviations")
    if of == 0:
        return Share(0, 0, None, None, None)
    part, square = hits / of, z * z
    middle = (part + square / (2 * of)) / (1 + square / of)
    half = z * sqrt(part * (1 - part) / of + square / (4 * of * of)) / (1 + square / of)
    # At the ends the bounds are exact; rounding would put them a hair beside.
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == of else min(1.0, middle + half)
    return Share(hits, of, part, low, high)
