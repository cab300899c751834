"""What examinations and guards would come to. The rates are the reader's: cited, or marked assumed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """One rate: what it says, in which unit, what is assumed unless the reader knows better, and the most it can be."""

    name: str
    label: Text
    unit: Text
    assumed: float
    most: float


PERCENT = _("% of ships")
KINDS = (
    Kind("will", _("Examined, where the advisory says ships will be boarded"), PERCENT, 100, 100),
    Kind("may", _("Examined, where it says they may be"), PERCENT, 50, 100),
    Kind("hours", _("Length of one examination"), _("hours"), 4, 240),
    Kind("required", _("With guards, where guards are required"), PERCENT, 100, 100),
    Kind("decides", _("With guards, where the Captain of the Port decides"), PERCENT, 50, 100),
    Kind("waived", _("With guards, where they are normally waived"), PERCENT, 5, 100),
    Kind("unclear", _("Examined, or with guards, where nobody can tell"), PERCENT, 50, 100),
    Kind("days", _("Days alongside in the US port"), _("days"), 2, 60),
    Kind("guards", _("Guards on duty at a time"), _("guards"), 2, 100),
)
BOARDING = {"will": "will", "may": "may", "unknown": "unclear"}
GUARDS = {
    "required": "required",
    "captain_of_the_port_decides": "decides",
    "normally_waived": "waived",
    "unknown": "unclear",
}
SAID: Mapping[str, Text] = {
    "will": _("that will be boarded"),
    "may": _("that may be boarded"),
    "required": _("that must have guards"),
    "decides": _("where the Captain of the Port decides"),
    "waived": _("where guards are normally waived"),
    "unclear": _("of which nobody can tell"),
}


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with its value. source: where the reader has it from; "" is an assumption."""

    kind: Kind
    value: float
    source: str = ""

    @property
    def own(self) -> bool:
        """Whether it differs from what the page assumes."""
        return self.value != self.kind.assumed or bool(self.source)


Rates = Mapping[str, Rate]


@dataclass(frozen=True, slots=True)
class Share:
    """One step of the sum: so many arrivals for which the advisory says this, and how many of them count."""

    arrivals: int
    rate: Rate

    @property
    def said(self) -> Text:
        """Which arrivals these are."""
        return SAID[self.rate.kind.name]

    @property
    def counted(self) -> float:
        return self.arrivals * self.rate.value / 100


@dataclass(frozen=True, slots=True)
class Work:
    """The sum: steps, and what they come to in a year. factors: what each ship that counts is multiplied by."""

    steps: tuple[Share, ...]
    years: float
    factors: tuple[Rate, ...]

    @property
    def ships(self) -> float:
        """Arrivals that count, over the whole time."""
        return sum(step.counted for step in self.steps)

    @property
    def ships_a_year(self) -> float:
        return self.ships / self.years if self.years else 0.0

    @property
    def a_year(self) -> float:
        """Hours or days in a year."""
        total = self.ships_a_year
        for factor in self.factors:
            total *= factor.value
        return total


def assumed() -> dict[str, Rate]:
    """Every rate as the page assumes it."""
    return {kind.name: Rate(kind, kind.assumed) for kind in KINDS}


def examinations(consequences: tuple[tuple[str, str, int], ...], rates: Rates, years: float) -> Work:
    """Examinations, and the hours they take, of the newly caught arrivals."""
    steps = _steps(((boarding, count) for boarding, _guards, count in consequences), BOARDING, rates)
    return Work(steps, years, (rates["hours"],))


def guards(consequences: tuple[tuple[str, str, int], ...], rates: Rates, years: float) -> Work:
    """Ships with guards, and the guard-days that they need."""
    steps = _steps(((guards, count) for _boarding, guards, count in consequences), GUARDS, rates)
    return Work(steps, years, (rates["days"], rates["guards"]))


def _steps(said: Iterable[tuple[str, int]], names: Mapping[str, str], rates: Rates) -> tuple[Share, ...]:
    totals: dict[str, int] = {}
    for word, count in said:
        totals[word] = totals.get(word, 0) + count
    return tuple(Share(totals[word], rates[name]) for word, name in names.items() if totals.get(word))
