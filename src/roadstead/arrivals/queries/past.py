"""What else is on record of a ship."""

from collections.abc import Iterable

from roadstead.arrivals.models import Arrival, Decision
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer

MOST = 500  # arrivals of one ship that are looked at


def others_of(arrival: Arrival, viewer: Viewer) -> GuardedQuerySet[Arrival]:
    """The other arrivals of the same number, the latest first."""
    rows = Arrival.objects.visible_to(viewer).filter(imo=arrival.imo).exclude(pk=arrival.pk)
    return rows.order_by("-eta", "-pk")[:MOST]


def decided_of(rows: Iterable[Arrival]) -> dict[int, Decision]:
    """The last decision on each of these, which were read for a viewer."""
    found = Decision.objects.filter(arrival__in=[one.pk for one in rows]).stated().select_related("decided_by")
    return {one.arrival_id: one for one in found.order_by("pk")}
