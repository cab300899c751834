"""Verdicts that changed: what waits for a person, and what was said of it."""

from collections.abc import Iterable

from roadstead.arrivals.models import Arrival, Change, Verdict
from roadstead.arrivals.queries.arrivals import in_zone, readable
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer

OPEN, SETTLED = "open", "settled"
Rows = GuardedQuerySet[Change]


def changes(viewer: Viewer, *, state: str = OPEN, zone: str = "") -> Rows:
    """Changes that somebody may read; those that wait come by when their ship is expected."""
    rows = Change.objects.visible_to(viewer)
    if zone:
        rows = rows.filter(arrival__in=readable(viewer).filter(in_zone(viewer, zone)).values("pk"))
    if state == OPEN:
        return rows.filter(settled_at__isnull=True).order_by("queued_at", "pk")
    return rows.filter(settled_at__isnull=False).order_by("-settled_at", "-pk") if state == SETTLED else rows


def of_arrival(arrival: Arrival) -> Rows:
    """The changes of an arrival that was read for a viewer."""
    return Change.objects.filter(arrival=arrival).stated().select_related("settled_by")


def arrivals_of(rows: Iterable[Change], viewer: Viewer) -> dict[int, Arrival]:
    """The arrivals that changes speak of."""
    return readable(viewer).in_bulk({one.arrival_id for one in rows})


def verdicts_of(rows: Iterable[Change]) -> dict[int, Verdict]:
    """The verdicts before and after, of changes that were read for a viewer."""
    keys = {key for one in rows for key in (one.before_id, one.after_id)}
    return {one.pk: one for one in Verdict.objects.filter(pk__in=keys).stated()}


def open_count(viewer: Viewer, zone: str = "") -> int:
    """How many wait."""
    return changes(viewer, zone=zone).count()
