"""What a call may cost, from rates that are the user's own: a rate nobody gave is missing, never nothing.

No rate, fee or length of stay is known to us. Whether something is paid follows from the decision; how much, from
what the user says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from roadstead.core.advisory import Boarding, Guards
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

ZERO = Decimal(0)

# Each line by its code; what it is made of; how each factor is called.
LINES: dict[str, tuple[str, ...]] = {
    "guards_there": ("posts_there", "hours_there", "guard_hour_there"),
    "agency_there": ("fee_there",),
    "delay": ("delay_hours", "ship_hour"),
    "guards_us": ("posts_us", "hours_us", "guard_hour_us"),
    "fees_us": ("fee_us",),
}
LINE_TEXTS: dict[str, str] = {
    "guards_there": "Guards at the access points in the port of call",
    "agency_there": "Agent and papers in the port of call",
    "delay": "Delay for boarding or examination in the United States",
    "guards_us": "Armed guards in the United States port",
    "fees_us": "Agent, launches and other fees in the United States",
}
FACTORS: dict[str, str] = {
    "posts_there": "guard posts in the port of call",
    "hours_there": "hours in the port of call",
    "guard_hour_there": "the price of a guard for an hour there",
    "fee_there": "the agent’s fee there",
    "delay_hours": "hours of delay for a boarding",
    "ship_hour": "the price of an hour of the ship",
    "posts_us": "guard posts in the United States port",
    "hours_us": "hours in the United States port",
    "guard_hour_us": "the price of an armed guard for an hour",
    "fee_us": "fees in the United States",
}


@dataclass(frozen=True, slots=True)
class Rates:
    """The user's own figures; None is not given. Raises ValueError for one that is negative or no number.

    guard_hour_there is 0 where the crew stand guard.
    """

    posts_there: Decimal | None = None
    hours_there: Decimal | None = None
    guard_hour_there: Decimal | None = None
    fee_there: Decimal | None = None
    delay_hours: Decimal | None = None
    ship_hour: Decimal | None = None
    posts_us: Decimal | None = None
    hours_us: Decimal | None = None
    guard_hour_us: Decimal | None = None
    fee_us: Decimal | None = None

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if value is not None and not (value.is_finite() and value >= 0):
                raise ValueError(f"{FACTORS[one.name]}: {value} is no figure of nothing or more")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet. due: yes | no | unknown (it may be asked for). low, high: None where a figure is missing.

    factors: the figures it is made of, by name; missing: those not given.
    """

    code: str
    due: Truth
    low: Decimal | None
    high: Decimal | None
    factors: tuple[tuple[str, Decimal | None], ...]
    missing: tuple[str, ...]

    @property
    def text(self) -> str:
        return LINE_TEXTS[self.code]


@dataclass(frozen=True, slots=True)
class CostSheet:
    """All lines and their sum. low: of the lines whose least is known; high: None while any figure is missing."""

    lines: tuple[Line, ...]
    low: Decimal
    high: Decimal | None
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every figure that is needed was given."""
        return not self.missing


def cost_sheet(duties: Truth, boarding: Boarding, guards: Guards, rates: Rates) -> CostSheet:
    """What is paid and what may be. duties: whether the duties in the port of call are owed and done."""
    due = {
        "guards_there": duties,
        "agency_there": duties,
        "delay": _boarded(boarding),
        "guards_us": _guarded(guards),
        "fees_us": _boarded(boarding),
    }
    lines = tuple(_line(code, due[code], rates) for code in LINES)
    return CostSheet(lines, sum((one.low or ZERO for one in lines), ZERO), _sum(lines), tuple(_missing(lines)))


def _line(code: str, due: Truth, rates: Rates) -> Line:
    if due is NO:
        return Line(code, due, ZERO, ZERO, (), ())
    factors = tuple((name, getattr(rates, name)) for name in LINES[code])
    # Nothing of something is nothing, whatever the other figures are.
    nothing = any(value == 0 for _, value in factors)
    missing = () if nothing else tuple(name for name, value in factors if value is None)
    whole = None if missing else _product([value for _, value in factors], nothing=nothing)
    return Line(code, due, whole if due is YES else ZERO, whole, factors, missing)


def _product(values: Sequence[Decimal | None], *, nothing: bool) -> Decimal:
    made = ZERO if nothing else Decimal(1)
    for value in () if nothing else values:
        made *= value or ZERO
    return made


def _sum(lines: Sequence[Line]) -> Decimal | None:
    highs = [one.high for one in lines]
    return None if None in highs else sum((one for one in highs if one is not None), ZERO)


def _missing(lines: Sequence[Line]) -> Iterator[str]:
    yield from dict.fromkeys(name for one in lines for name in one.missing)


def _boarded(boarding: Boarding) -> Truth:
    return {Boarding.NONE: NO, Boarding.WILL: YES}.get(boarding, UNKNOWN)


def _guarded(guards: Guards) -> Truth:
    return {Guards.NONE: NO, Guards.REQUIRED: YES}.get(guards, UNKNOWN)
