"""The key figures of one draft, or of two side by side, and the sums of examinations and guards in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.analytics import rates
from roadstead.analytics.figures import DAYS_A_YEAR, Case, figures
from roadstead.analytics.numerals import about, count
from roadstead.analytics.rates import Rates, Work


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the key figures: a value for each draft, and the difference of two. note: what it rests on."""

    label: str
    values: tuple[str, ...]
    difference: str
    note: str = ""


def works(case: Case, given: Rates) -> tuple[Work, Work]:
    """Examinations and guards of one draft."""
    years, consequences = figures(case).years, case.impact.consequences
    return rates.examinations(consequences, given, years), rates.guards(consequences, given, years)


def in_words(case: Case, given: Rates) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both sums of a draft, step by step."""
    examined, guarded = works(case, given)
    return _sum(examined, _("hours")), _sum(guarded, _("guard-days"))


def _sum(work: Work, unit: str) -> dict[str, Any]:
    """The arithmetic of a sum, in words."""
    steps = [
        _("%(n)s arrivals %(said)s × %(rate)g %% = %(counted)s")
        % {
            "n": count(step.arrivals),
            "said": step.said,
            "rate": step.rate.value,
            "counted": about(step.counted),
        }
        for step in work.steps
    ]
    factors = " × ".join(f"{factor.value:g} {factor.kind.unit}" for factor in work.factors)
    total = _("%(ships)s in %(days)s days, or %(year)s a year; × %(factors)s = %(total)s %(unit)s a year") % {
        "ships": about(work.ships),
        "days": count(round(work.years * DAYS_A_YEAR)),
        "year": about(work.ships_a_year),
        "factors": factors,
        "total": about(work.a_year),
        "unit": unit,
    }
    return {"steps": steps, "total": total, "work": work, "unit": unit}


def key_figures(cases: Sequence[Case], given: Rates) -> list[Figure]:
    """The numbers of each draft on one line each, side by side."""
    numbers = [figures(case) for case in cases]
    sums = [works(case, given) for case in cases]
    ships = [case.impact.ships for case in cases]
    lines = [
        _whole(_("Arrivals newly caught"), [one.caught for one in numbers]),
        _rough(_("… a month"), [one.a_month(one.caught) for one in numbers]),
        _whole(_("Arrivals no longer caught"), [one.freed for one in numbers]),
        _whole(_("Arrivals of which nobody could tell any more"), [one.unclear for one in numbers]),
        _whole(_("Arrivals no longer in doubt"), [one.settled for one in numbers]),
        _whole(_("Calls unknown for want of a terminal"), [case.impact.calls_without_terminal for case in cases]),
        _whole(_("Arrivals that had called in the countries named"), [case.impact.concerned for case in cases]),
    ]
    if None not in ships:
        lines.insert(2, _whole(_("Different ships touched"), [ship or 0 for ship in ships]))
    note = _("by the rates below")
    lines += [
        _rough(_("Examinations a year"), [one.ships_a_year for one, _guards in sums], note),
        _rough(_("Guard-days a year"), [two.a_year for _exam, two in sums], note),
    ]
    if any(case.draft.first_day for case in cases):
        lines.append(_whole(_("Ships at sea on the first day, caught"), [case.impact.at_sea_in_all for case in cases]))
    return [line for line in lines if any(value != "0" for value in line.values) or line is lines[0]]


def _whole(label: str, values: Sequence[int]) -> Figure:
    return Figure(label, tuple(map(count, values)), _signed(values, count))


def _rough(label: str, values: Sequence[float], note: str = "") -> Figure:
    return Figure(label, tuple(map(about, values)), _signed(values, about), note)


def _signed(values: Sequence[Any], write: Callable[[Any], str]) -> str:
    """The second less the first, with its sign."""
    if len(values) < 2:
        return ""
    less = values[1] - values[0]
    sign = "+" if less > 0 else "−" if less < 0 else "±"
    return f"{sign}{write(abs(less))}"
