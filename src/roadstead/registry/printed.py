"""Port facilities as documents of a higher storey print them: the advisories hand theirs in here.

So the register is held against what is printed, and knows nothing of who prints it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

PREFIX = "advisory exception "  # how the source of a decision begins that is about one of these


@dataclass(frozen=True, slots=True)
class Printed:
    """A facility as it is printed, once for each of its numbers.

    key: letters, digits, "-" and "_"; number: None where none is printed, or it cannot be read; certain: False where
    it is our reading of a misprint; in_force: yes, no or unknown; source, url: where it can be read.
    """

    key: str
    country: str
    names: tuple[str, ...]
    number: str | None
    printed_number: str
    certain: bool
    ports: tuple[str, ...]
    in_force: str
    since: date | None
    source: str
    url: str

    @property
    def where(self) -> str:
        """The source under which a decision about it is kept."""
        return PREFIX + self.key

    @property
    def text(self) -> str:
        """The newest name with the number, as it is read where that is sure, else as it is printed."""
        number = self.number if self.number and self.certain else self.printed_number
        return f"{self.names[0]} ({number})" if number else self.names[0]


Find = Callable[[], Iterable[Printed]]
SOURCES: list[Find] = []


def register(find: Find) -> None:
    """Hand printed facilities in, from an app above."""
    SOURCES.append(find)


def printed(countries: Iterable[str] | None = None) -> list[Printed]:
    """Every printed facility, or those of some countries, in the order of their keys."""
    wanted = None if countries is None else frozenset(countries)
    found = [one for find in SOURCES for one in find() if wanted is None or one.country in wanted]
    return sorted(found, key=lambda one: one.key)
