"""Whose ships an edition touches. What a fleet is, and where its ships called, an app above tells; here is the door.

Somebody without a fleet is told of everything asked for. Of a fleet, what touches none of its ships is left out; where
the calls of a ship are not known, nothing is.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Touched:
    """By country, the ships of a fleet that called there, in words; unknown: ships whose calls are not known."""

    has_fleet: bool = False
    by_country: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def narrowed(self, countries: Collection[str]) -> Collection[str] | None:
        """Of some countries those to tell of; None for all of them."""
        if not self.has_fleet or self.unknown:
            return None
        return [one for one in countries if one in self.by_country]

    def lines(self, countries: Collection[str]) -> list[str]:
        """The ships that are touched, each once, and those of which nobody knows."""
        if not self.has_fleet:
            return []
        called = [line for code in sorted(countries) for line in self.by_country.get(code, ())]
        return [*dict.fromkeys(called), *self.unknown]


Finder = Callable[[int], Touched]
_finders: list[Finder] = []


def register(find: Finder) -> None:
    """Have an app above say what is touched."""
    _finders.append(find)


def of_person(person: int | None) -> Touched:
    """What is known of somebody's fleet."""
    if person is None:
        return Touched()
    return next((found for find in _finders if (found := find(person)).has_fleet), Touched())
