"""Which US ports are like a country's own, and like what it wants to see. Plain values in, a ranking with reasons out.

A port has points of each kind up to what the weights allow; what is not known gives none, and is said. What stands
against a port (days taken, too many people, no unit) never hides it: it comes after those that nothing stands against.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import log10

CARGO, SIZE, TRAFFIC, TOPICS, OPEN, TURN = "cargo", "size", "traffic", "topics", "open", "turn"
WEIGHTS: Mapping[str, int] = {CARGO: 30, SIZE: 15, TRAFFIC: 15, TOPICS: 15, OPEN: 15, TURN: 10}
NO_UNIT, BUSY, FULL, TOO_MANY = "no_unit", "busy", "full", "too_many"
A_DECADE = 10.0  # of size: a port ten times as large, or a tenth, is not like the other


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a delegation comes from, and what it wants.

    cargo: of the country's facilities, how many handle each kind; facilities: how many say what they handle.
    tonnes: a year, of its largest port; topics, elements: chosen; open: shortfalls that stand, by element.
    """

    cargo: Mapping[str, int] = field(default_factory=dict)
    facilities: int = 0
    tonnes: int | None = None
    topics: frozenset[str] = frozenset()
    asked_cargo: frozenset[str] = frozenset()
    elements: frozenset[str] = frozenset()
    open: Mapping[str, int] = field(default_factory=dict)
    size: int | None = None
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A host unit. shows: codes of topics; elements: that these are about; hosted: delegations lately; busy: days."""

    key: int
    name: str
    places: int
    a_year: int
    shows: frozenset[str] = frozenset()
    elements: frozenset[str] = frozenset()
    hosted: int = 0
    by_year: Mapping[int, int] = field(default_factory=dict)
    busy: tuple[tuple[date, date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HostPort:
    """A US port. cargo: kinds that it is known to handle; tonnes: a year; ships: that came from the country."""

    code: str
    name: str
    zone: str
    cargo: frozenset[str] = frozenset()
    tonnes: int | None = None
    ships: int | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Points of one kind, with the values that they rest on. known: whether there was anything to compare."""

    kind: str
    points: int
    known: bool
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Against:
    """What stands against a port on these days."""

    kind: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Match:
    """One port in the ranking."""

    rank: int
    port: HostPort
    points: int
    reasons: tuple[Reason, ...]
    against: tuple[Against, ...]


def rank(wanted: Wanted, ports: Iterable[HostPort], weights: Mapping[str, int] = WEIGHTS) -> list[Match]:
    """Every port, the best first; those against which something stands come after the others."""
    held = list(ports)
    most = max((one.ships or 0 for one in held), default=0)
    busiest = max((one.unit.hosted for one in held if one.unit), default=0)
    found = [(one, _reasons(wanted, one, weights, most, busiest), _against(wanted, one)) for one in held]
    found.sort(key=lambda row: (bool(row[2]), -sum(one.points for one in row[1]), row[0].code))
    return [
        Match(number, port, sum(one.points for one in reasons), reasons, against)
        for number, (port, reasons, against) in enumerate(found, start=1)
    ]


def _reasons(wanted: Wanted, port: HostPort, weights: Mapping[str, int], most: int, busiest: int) -> tuple[Reason, ...]:
    return (
        _cargo(wanted, port, weights[CARGO]),
        _size(wanted, port, weights[SIZE]),
        _traffic(port, weights[TRAFFIC], most),
        _topics(wanted, port, weights[TOPICS]),
        _open(wanted, port, weights[OPEN]),
        _turn(port, weights[TURN], busiest),
    )


def _cargo(wanted: Wanted, port: HostPort, weight: int) -> Reason:
    """The share of what the country's facilities handle that the port handles, too."""
    shared = sorted(kind for kind in wanted.cargo if kind in port.cargo)
    whole = sum(wanted.cargo.values())
    known = bool(whole and port.cargo)
    share = sum(wanted.cargo[kind] for kind in shared) / whole if whole else 0.0
    return Reason(CARGO, round(weight * share), known, {"kinds": shared, "facilities": wanted.facilities})


def _size(wanted: Wanted, port: HostPort, weight: int) -> Reason:
    """Whole points for a port of the same size, none for one ten times as large or small."""
    values = {"tonnes": port.tonnes, "theirs": wanted.tonnes}
    if not wanted.tonnes or not port.tonnes:
        return Reason(SIZE, 0, False, values)
    apart = abs(log10(port.tonnes / wanted.tonnes)) / log10(A_DECADE)
    return Reason(SIZE, round(weight * max(0.0, 1.0 - apart)), True, values)


def _traffic(port: HostPort, weight: int, most: int) -> Reason:
    points = round(weight * (port.ships or 0) / most) if most else 0
    return Reason(TRAFFIC, points, port.ships is not None, {"ships": port.ships})


def _topics(wanted: Wanted, port: HostPort, weight: int) -> Reason:
    """Chosen topics that the unit says it can show, and kinds of cargo asked for that the port handles."""
    shown = sorted(wanted.topics & (port.unit.shows if port.unit else frozenset()))
    kinds = sorted(wanted.asked_cargo & port.cargo)
    asked = len(wanted.topics) + bool(wanted.asked_cargo)
    share = (len(shown) + bool(kinds)) / asked if asked else 0.0
    return Reason(TOPICS, round(weight * min(1.0, share)), bool(asked), {"topics": shown, "kinds": kinds})


def _open(wanted: Wanted, port: HostPort, weight: int) -> Reason:
    """Shortfalls that stand in the country, of elements that the unit can show."""
    shown = sorted(code for code in wanted.open if port.unit and code in port.unit.elements)
    whole, part = sum(wanted.open.values()), sum(wanted.open[code] for code in shown)
    values = {"elements": shown, "count": part, "of": whole}
    return Reason(OPEN, round(weight * part / whole) if whole else 0, bool(whole), values)


def _turn(port: HostPort, weight: int, busiest: int) -> Reason:
    """Whose turn it is: whole points for a unit that hosted nobody lately."""
    if port.unit is None:
        return Reason(TURN, 0, False, {"hosted": None})
    share = 1.0 - port.unit.hosted / busiest if busiest else 1.0
    return Reason(TURN, round(weight * share), True, {"hosted": port.unit.hosted})


def _against(wanted: Wanted, port: HostPort) -> tuple[Against, ...]:
    unit = port.unit
    if unit is None:
        return (Against(NO_UNIT, {"zone": port.zone}),)
    found = []
    if wanted.size and wanted.size > unit.places:
        found.append(Against(TOO_MANY, {"places": unit.places, "size": wanted.size}))
    first, last = wanted.first_on, wanted.last_on
    if first and last:
        taken = next((one for one in unit.busy if one[0] <= last and first <= one[1]), None)
        if taken:
            found.append(Against(BUSY, {"first": taken[0], "last": taken[1], "why": taken[2]}))
        if unit.by_year.get(first.year, 0) >= unit.a_year:
            found.append(Against(FULL, {"year": first.year, "a_year": unit.a_year}))
    return tuple(found)
