"""The two clocks of a country: when it was visited and assessed last, when each is due, and why one stands still.

Engagement asks for a visit every 12 months: any visit that was made counts, a meeting elsewhere or a call does not
(facts: programme.md §3, “from the last contact of visit type”). Assessment asks for a formal assessment every 36
months (46 USC 70108(d)). A clock that stands still goes on counting: what is overdue then has a reason.
"""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Min, Q

from roadstead.common.access.viewer import Viewer
from roadstead.visits.enums import Clock, VisitKind, VisitState
from roadstead.visits.models import Suspension, Visit

MONTHS = {Clock.ENGAGEMENT: 12, Clock.ASSESSMENT: 36}
MADE = (VisitState.MADE, VisitState.REPORTED)
COMING = (VisitState.PLANNED, VisitState.NOTIFIED, VisitState.AGREED, VisitState.UNDER_WAY)
NEVER, OVERDUE, SOON, RUNNING = "never", "overdue", "soon", "running"
SOON_DAYS = 60
NOTHING: tuple[date | None, ...] = (None, None, None, None)


@dataclass(frozen=True, slots=True)
class ClockNow:
    """One clock of one country on a day. overdue: days; suspended: why it stands still on that day, if it does.

    planned: the first day of the next visit that would restart it.
    """

    clock: Clock
    country: str
    on: date
    last: date | None
    due: date | None
    suspended: Suspension | None
    planned: date | None

    @property
    def overdue(self) -> int:
        return max(0, (self.on - self.due).days) if self.due else 0

    @property
    def standing(self) -> str:
        """never, overdue, soon or running."""
        if self.due is None:
            return NEVER
        if self.overdue:
            return OVERDUE
        return SOON if (self.due - self.on).days <= SOON_DAYS else RUNNING


@dataclass(frozen=True, slots=True)
class Clocks:
    """Both clocks of a country."""

    engagement: ClockNow
    assessment: ClockNow

    @property
    def both(self) -> tuple[ClockNow, ClockNow]:
        return (self.engagement, self.assessment)


def clocks(countries: Collection[str], on: date, viewer: Viewer) -> dict[str, Clocks]:
    """The clocks of some countries on a day, as visits say that the viewer may read; two queries, however many."""
    wanted = list(dict.fromkeys(countries))
    days = _days(wanted, on, viewer)
    still = {(one.country_id, one.clock): one for one in suspended(on).filter(country__in=wanted)}

    def now(code: str, clock: Clock) -> ClockNow:
        visited, assessed, visiting, assessing = days.get(code, NOTHING)
        engages = clock is Clock.ENGAGEMENT
        last, coming = (visited, visiting) if engages else (assessed, assessing)
        due = months_later(last, MONTHS[clock]) if last else None
        return ClockNow(clock, code, on, last, due, still.get((code, clock)), coming)

    return {code: Clocks(now(code, Clock.ENGAGEMENT), now(code, Clock.ASSESSMENT)) for code in wanted}


def suspended(on: date) -> Any:
    """What stands still on a day."""
    ends = Q(until__isnull=True) | Q(until__gt=on)
    return Suspension.objects.filter(ends, since__lte=on).select_related("by")


def latest_suspensions(most: int) -> list[Suspension]:
    """Whatever stood still anywhere, the latest first; one query."""
    return list(Suspension.objects.select_related("country", "by")[:most])


def suspension(pk: int) -> Suspension | None:
    """One reason why a clock stands still."""
    return Suspension.objects.select_related("country").filter(pk=pk).first()


def months_later(day: date, months: int) -> date:
    """The same day some months later; the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days(countries: list[str], on: date, viewer: Viewer) -> dict[str, tuple[date | None, ...]]:
    """Of each country the day of the last visit and assessment that were made by a day, and of the next ones."""
    rows = Visit.objects.visible_to(viewer).filter(country__in=countries, state__in=(*MADE, *COMING))
    rows = rows.exclude(kind=VisitKind.RECIPROCAL)  # nobody was in the country
    made, coming = Q(state__in=MADE, last_on__lte=on), Q(state__in=COMING, last_on__gte=on)
    assessment = Q(kind=VisitKind.ASSESSMENT)
    found = (
        rows.order_by()
        .values_list("country")
        .annotate(
            visited=Max("last_on", filter=made),
            assessed=Max("last_on", filter=made & assessment),
            visiting=Min("first_on", filter=coming),
            assessing=Min("first_on", filter=coming & assessment),
        )
    )
    return {code: tuple(days) for code, *days in found}
