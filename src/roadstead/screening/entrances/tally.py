"""Names that led nowhere, counted."""

from collections import Counter
from dataclasses import dataclass, field

MOST_LISTED = 10_000  # kept for the report


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that led to a country but to no port, with the rows that have it."""

    country: str
    name: str
    why: str
    hint: str
    rows: int


@dataclass(slots=True)
class Names:
    """Names counted, up to a number of different ones; the rest is counted together."""

    counted: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    others: int = 0

    def add(self, country: str, name: str, why: str, hint: str = "") -> None:
        key = (country, name, why, hint)
        if key in self.counted or len(self.counted) < MOST_LISTED:
            self.counted[key] += 1
        else:
            self.others += 1

    def listed(self) -> list[Unplaced]:
        """The commonest first."""
        return [Unplaced(*key, rows) for key, rows in sorted(self.counted.items(), key=lambda one: (-one[1], one[0]))]
