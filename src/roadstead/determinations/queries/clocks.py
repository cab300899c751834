"""The clocks of several cases at once, in as many queries as for one; and which of them run out soon."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from roadstead.core.case_clock import Clock
from roadstead.determinations.bridge import Whole
from roadstead.determinations.enums import CaseState
from roadstead.determinations.models import Case, CaseDay, CasePause
from roadstead.determinations.queries.cases import Rows, clock_of

LIVE = (CaseState.OPEN, CaseState.SIGNED)


def live(rows: Rows) -> Rows:
    """Those that are neither published nor dropped."""
    return rows.filter(state__in=LIVE)


def clocks(cases: Collection[Case], on: date) -> dict[int, Clock | None]:
    """The clock of each of some cases that were read for a viewer, by key; two queries."""
    keys = [one.pk for one in cases]
    if not keys:
        return {}
    days = _by_case(CaseDay.objects.filter(case__in=keys, replaced_at__isnull=True).stated().order_by("pk"))
    pauses = _by_case(CasePause.objects.filter(case__in=keys).stated().order_by("start"))
    return {
        one.pk: clock_of(Whole(one, tuple(days.get(one.pk, ())), tuple(pauses.get(one.pk, ())), (), ()), on)
        for one in cases
    }


def running(cases: Collection[Case], on: date, within: int) -> list[tuple[Case, Clock]]:
    """Those whose days run out within so many days, the next first: started, not stopped, not waived, not over."""
    standing = clocks(cases, on)
    found = [(one, now) for one in cases if (now := standing.get(one.pk)) is not None]
    runs = [(one, now) for one, now in found if now.started and not now.paused and not now.waived]
    return sorted((pair for pair in runs if 0 < pair[1].left <= within), key=lambda pair: (pair[1].left, pair[0].pk))


def _by_case(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found
