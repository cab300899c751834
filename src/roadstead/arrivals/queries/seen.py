"""What ships reported of a facility: counts by year, and the calls behind them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear

from roadstead.arrivals.models import CallReported
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer

ANSWERS = ("security_level_2", "access_points_guarded", "logged", "reported")


def calls_at(viewer: Viewer, *, number: str, country: str, names: Iterable[str]) -> GuardedQuerySet[CallReported]:
    """Calls at a facility that somebody may read: by its number; by a folded name where the ship gave no number."""
    named = Q(number="", country=country, name__in=[one for one in names if one])
    rows = CallReported.objects.visible_to(viewer)
    return rows.filter(Q(number=number) | named if number else named)


def by_year(rows: GuardedQuerySet[CallReported]) -> list[dict[str, Any]]:
    """Counts of each year, the latest first: calls, what became of the declaration, measures done. One query."""
    counted: dict[str, Any] = {"calls": Count("pk")}
    for word in ("signed", "attempted", "refused", "not_attempted"):
        counted[f"declaration_{word}"] = Count("pk", filter=Q(declaration=word))
    for name in ANSWERS:
        counted[f"{name}_yes"] = Count("pk", filter=Q(**{name: "yes"}))
        counted[f"{name}_no"] = Count("pk", filter=Q(**{name: "no"}))
    yearly = rows.annotate(year=ExtractYear("departed")).order_by().values("year").annotate(**counted)
    return [dict(one) for one in yearly.order_by("-year")]
