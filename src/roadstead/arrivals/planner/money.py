"""Amounts in words: a figure, a range, or what is missing to have one."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from roadstead.arrivals.planner.labels import FIGURES, LINES
from roadstead.core.costs import CostSheet, Line
from roadstead.core.truth import NO, YES


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line with its amount with the duties done, and without."""

    text: str
    done: str
    not_done: str


@dataclass(frozen=True, slots=True)
class Costs:
    """The sheet: lines, sums, and the figures that are missing (name, label)."""

    lines: tuple[LineShown, ...]
    done: str
    not_done: str
    missing: tuple[tuple[str, str], ...]


def costs(done: CostSheet, not_done: CostSheet, currency: str) -> Costs:
    """Both sheets beside each other."""
    lines = tuple(
        LineShown(str(LINES[one.code]), _line(one, currency), _line(other, currency))
        for one, other in zip(done.lines, not_done.lines, strict=True)
    )
    missing = dict.fromkeys((*done.missing, *not_done.missing))
    return Costs(lines, _sum(done, currency), _sum(not_done, currency), tuple((n, str(FIGURES[n])) for n in missing))


def _line(line: Line, currency: str) -> str:
    if line.due is NO:
        return _("not due")
    if line.high is None:
        return _("due; figures missing") if line.due is YES else _("may be asked for; figures missing")
    return _between(line.low or Decimal(0), line.high, currency)


def _sum(sheet: CostSheet, currency: str) -> str:
    if sheet.high is None and not sheet.low:
        return _("not known; figures missing")
    if sheet.high is None:
        return _("at least %(amount)s; the rest is not known") % {"amount": _amount(sheet.low, currency)}
    return _between(sheet.low, sheet.high, currency)


def _between(low: Decimal, high: Decimal, currency: str) -> str:
    if low == high:
        return _amount(high, currency)
    return _("%(low)s to %(high)s") % {"low": _amount(low, ""), "high": _amount(high, currency)}


def _amount(value: Decimal, currency: str) -> str:
    places = 0 if value == value.to_integral_value() else 2
    said = formats.number_format(value, places, force_grouping=True)
    return f"{said} {currency}".strip()
