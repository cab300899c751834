"""Invented ships: a number that no ship can have, a flag, a type, a company that says it is invented, and a conduct.

An IMO ship number has seven digits; the last one follows from the others, and none begins with 0. Ours begin with 0
and carry a wrong last digit, so that no reader can take one for a ship's.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from roadstead.screening.generate.authored import read_yaml
from roadstead.screening.generate.ports import Flags, Floats, Ints
from roadstead.screening.generate.trades import Trade

MOST_SHIPS = 900_000  # numbers of the form 0nnnnnc with a wrong c
_FACTORS = (7, 6, 5, 4, 3, 2)


@dataclass(frozen=True)
class Fleet:
    """Ships by number; `first` and `sizes` say which belong to each trade. speed: knots. conduct: its class.

    types, flags, companies: numbers into the names beside them.
    """

    first: Ints
    sizes: Ints
    speed: Floats
    panama: Flags
    conduct: Ints
    types: Ints
    flags: Ints
    companies: Ints
    type_names: tuple[str, ...]
    flag_names: tuple[str, ...]
    company_names: tuple[str, ...]

    def numbers(self) -> list[str]:
        """The ships' numbers as text."""
        return [invented_number(place) for place in range(int(self.sizes.sum()))]


def invented_number(place: int) -> str:
    """The place-th number: 0, five digits, and one of the nine wrong check digits."""
    serial, wrong = divmod(place, 9)
    digits = f"0{serial:05d}"
    right = sum(factor * int(digit) for factor, digit in zip(_FACTORS, digits, strict=True)) % 10
    return f"{digits}{(right + 1 + wrong) % 10}"


def build(trades: tuple[Trade, ...], chance: np.random.Generator, density: float) -> Fleet:
    """Build the fleets. density: arrivals per real arrival; more arrivals take more ships."""
    facts = read_yaml("fleets")
    total = sum(trade.ships for trade in trades)
    scale = min(max(density, 1.0), MOST_SHIPS / total - 1)
    sizes = np.array([round(trade.ships * scale) for trade in trades])
    names = _Names()
    parts = [_of_trade(trade, int(size), chance, facts, names) for trade, size in zip(trades, sizes, strict=True)]
    speed, panama, conduct, types, flags, companies = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Fleet(
        first=np.cumsum(sizes) - sizes,
        sizes=sizes,
        speed=speed,
        panama=panama,
        conduct=conduct,
        types=types,
        flags=flags,
        companies=companies,
        type_names=tuple(names.types),
        flag_names=tuple(names.flags),
        company_names=tuple(names.companies),
    )


class _Names:
    """Names in the order in which they were first met."""

    def __init__(self) -> None:
        self.types: dict[str, int] = {}
        self.flags: dict[str, int] = {}
        self.companies: dict[str, int] = {}


def _of_trade(
    trade: Trade, size: int, chance: np.random.Generator, facts: dict[str, Any], names: _Names
) -> tuple[Floats, Flags, Ints, Ints, Ints, Ints]:
    mean, deviation, least, most = trade.speed
    marked = {f"{company} {facts['mark']}": 1.0 for company in facts["companies"][trade.name]}
    conduct: Any = facts["conduct"]
    return (
        chance.normal(mean, deviation, size).clip(least, most),
        chance.random(size) < trade.panama,
        _drawn({str(number): entry["share"] for number, entry in enumerate(conduct)}, size, chance, {}),
        _drawn(trade.types, size, chance, names.types),
        _drawn(facts["flags"][trade.name], size, chance, names.flags),
        _drawn(marked, size, chance, names.companies),
    )


def _drawn(shares: dict[str, float], size: int, chance: np.random.Generator, known: dict[str, int]) -> Ints:
    """Draws from names with shares, as numbers into `known`, which takes up new names."""
    numbers = np.array([known.setdefault(name, len(known)) for name in shares])
    weights = np.array(list(shares.values()), dtype=float)
    drawn: Ints = numbers[chance.choice(len(numbers), size=size, p=weights / weights.sum())]
    return drawn
