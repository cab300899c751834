"""Trades and their services: who sails, how fast, how long in port, and where to.

A service is what one arrival belongs to: a rotation of a liner trade, or one direction (loading, discharging) of a
tramp trade.
"""

from dataclasses import dataclass
from datetime import date

from roadstead.screening.generate.ports import Floats

LOADING, DISCHARGING, CALL = 0, 1, 2  # what a ship does in a port; CALL is a liner's
ROLES = ("loading", "discharging", "call")


@dataclass(frozen=True)
class Trade:
    """One trade. speed: mean, standard deviation, least, most, in knots. stay: median hours by role (ROLES).

    pull: how fast ports fade with distance, in nautical miles: laden, ballast, near. Tramps only, as split.
    """

    name: str
    ships: int
    types: dict[str, float]
    speed: tuple[float, float, float, float]
    stay: tuple[float, float, float]
    spread: float
    wait: float
    panama: float
    bunkers: float
    other: float
    pull: tuple[float, float, float] | None
    split: float


@dataclass(frozen=True)
class Service:
    """One service. share: of all arrivals. season: twelve factors. ports: of a rotation, in order; a tramp has none."""

    name: str
    trade: int
    role: int
    share: float
    season: Floats
    ports: tuple[int, ...] = ()


@dataclass(frozen=True)
class Change:
    """A stretch in which a trade, a direction or a rotation had `times` its usual arrivals; whole months."""

    of: str
    start: date
    end: date
    times: float


@dataclass(frozen=True)
class Era:
    """From `start` on: the pull of countries' ports beside the usual 1, and the share of ships that would use Suez."""

    start: date
    suez: float
    pull: dict[str, float]


@dataclass(frozen=True)
class Closure:
    """Ports (by number) shut from `start` up to `end`."""

    ports: tuple[int, ...]
    start: date
    end: date
