"""Decisions of identity: those that stand, and all with their history."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Facility, FacilityName, Identity


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision that stands."""

    pk: int
    same: bool
    facility: int | None
    port: str


def standing(countries: Collection[str] | None) -> dict[tuple[str, str, str], Standing]:
    """The decisions that stand, by country, folded text and source; one query."""
    every = Identity.objects.for_the_system("which questions are decided, whoever may read of what")
    rows = every.filter(reversed_at__isnull=True)
    if countries is not None:
        rows = rows.filter(country__in=countries)
    columns = ("country_id", "folded", "where", "pk", "same", "facility_id", "port_id")
    return {
        (country, folded, where): Standing(pk, same, facility, port or "")
        for country, folded, where, pk, same, facility, port in rows.values_list(*columns)
    }


def identities(viewer: Viewer) -> QuerySet[Identity]:
    """The decisions that a viewer may read about countries whose register it keeps, the latest first."""
    reach = viewer.reach(Permission.KEEP_REGISTER, ScopeKind.COUNTRY)
    rows = Identity.objects.visible_to(viewer)
    return (rows if reach is None else rows.filter(country__in=sorted(reach))).select_related(
        "country", "port", "decided_by", "reversed_by"
    )


def identities_of(facility: Facility, where: str = "") -> list[Identity]:
    """What was decided to be an entry that was read for a viewer, and stands. where: how the source begins."""
    rows = Identity.objects.filter(facility=facility.pk, same=True, reversed_at__isnull=True, where__startswith=where)
    return list(rows.stated().select_related("decided_by"))


def names_brought(one: Identity, viewer: Viewer) -> list[str]:
    """The names that a decision gave, as far as they are still there."""
    rows = FacilityName.objects.visible_to(viewer).filter(pk__in=one.brought.get("names", []))
    return list(rows.order_by("name").values_list("name", flat=True))
