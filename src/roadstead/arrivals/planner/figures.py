"""The user's own figures, as the address carries them: `posts_there=2`, `guard_hour_us=90.50`, `currency=USD`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from roadstead.arrivals.planner.labels import FIGURES
from roadstead.core.costs import Rates

CURRENCY = "currency"
_FIGURE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?")
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as typed. error: what is wrong with it, "" for nothing."""

    name: str
    label: str
    value: str
    error: str = ""

    @property
    def message(self) -> str:
        """Its error, as a list of what is to be mended names it."""
        return self.error


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures as typed, and the rates that could be read."""

    fields: tuple[Figure, ...]
    currency: Figure
    rates: Rates

    @property
    def problems(self) -> tuple[Figure, ...]:
        return tuple(one for one in (*self.fields, self.currency) if one.error)

    @property
    def given(self) -> dict[str, str]:
        """What was typed, for an address."""
        return {one.name: one.value for one in (*self.fields, self.currency) if one.value}


def read(query: Mapping[str, str]) -> Figures:
    """Read the figures of an address. Never fails: what cannot be read is told, and counts as not given."""
    fields = tuple(_figure(name, " ".join(query.get(name, "")[:_LONGEST].split())) for name in FIGURES)
    known = {one.name: Decimal(one.value) for one in fields if one.value and not one.error}
    return Figures(fields, _currency(query.get(CURRENCY, "")[:_LONGEST].strip()), Rates(**known))


def _figure(name: str, value: str) -> Figure:
    wrong = value and not _FIGURE.fullmatch(value)
    error = _("This is no figure we can read. Write it with a point for decimals, as in 1200.50.") if wrong else ""
    return Figure(name, str(FIGURES[name]), value, error)


def _currency(value: str) -> Figure:
    wrong = value and not _CURRENCY.fullmatch(value)
    error = _("Write the three letters of a currency, as in USD or EUR.") if wrong else ""
    return Figure(CURRENCY, _("Currency of your figures"), value if wrong else value.upper(), error)
