"""The few numbers of an impact that its answer is made of."""

from dataclasses import dataclass
from datetime import date

from roadstead.screening.drafts import Draft
from roadstead.screening.impact import Impact

APPLIES, DOES_NOT_APPLY, CANNOT_TELL = "applies", "does_not_apply", "cannot_tell"
DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Case:
    """One draft with its impact. text: the draft as its address carries it."""

    letter: str
    text: str
    draft: Draft
    impact: Impact


@dataclass(frozen=True, slots=True)
class Figures:
    """Arrivals by what the draft does to them, and the time in which it does so.

    since, until: the part of the record on which the draft is in force; None where it never is.
    """

    caught: int
    freed: int
    unclear: int
    settled: int
    since: date | None
    until: date | None

    @property
    def days(self) -> int:
        """Days on record on which the draft is in force."""
        return (self.until - self.since).days + 1 if self.since and self.until else 0

    @property
    def years(self) -> float:
        return self.days / DAYS_A_YEAR

    def a_month(self, count: int) -> float:
        """So many arrivals in the whole time, as a number a month."""
        return count / (self.days / DAYS_A_MONTH) if self.days else 0.0


def figures(case: Case) -> Figures:
    """Read an impact's table of outcomes."""
    outcomes = case.impact.outcomes
    since, until = _in_force(case)
    return Figures(
        caught=sum(n for before, after, n in outcomes if after == APPLIES != before),
        freed=sum(n for before, after, n in outcomes if before == APPLIES and after == DOES_NOT_APPLY),
        unclear=sum(n for before, after, n in outcomes if after == CANNOT_TELL != before),
        settled=sum(n for before, after, n in outcomes if before == CANNOT_TELL and after == DOES_NOT_APPLY),
        since=since,
        until=until,
    )


def days_on_record(case: Case) -> int:
    """How many days the record covers."""
    period = case.impact.period
    return (period[1] - period[0]).days + 1 if period else 0


def _in_force(case: Case) -> tuple[date | None, date | None]:
    if case.impact.period is None:
        return None, None
    first, last = case.impact.period
    since = max(first, case.draft.first_day or first)
    return (since, last) if since <= last else (None, None)
