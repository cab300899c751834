"""Merges of entries: those of one entry, one of them, and the numbers that lead to an entry through them."""

from django.db.models import QuerySet

from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Facility, Merger


def mergers_of(facility: Facility) -> QuerySet[Merger]:
    """What was merged into an entry and was not parted again, the latest first."""
    return Merger.objects.filter(kept=facility.pk, reversed_at__isnull=True).stated().select_related("by")


def merger_away(facility: Facility) -> Merger | None:
    """The merge by which an entry that was read for a viewer went into another."""
    rows = Merger.objects.filter(merged=facility.pk, reversed_at__isnull=True)
    return rows.stated().select_related("by").first() if facility.merged_into_id is not None else None


def merger(pk: int, viewer: Viewer) -> Merger | None:
    """A merge, for who may read both entries."""
    return Merger.objects.visible_to(viewer).filter(pk=pk).select_related("by", "reversed_by").first()


def all_numbers(facility: Facility) -> list[str]:
    """The number of an entry, and those of the entries merged into it: all of them mean it."""
    rows = Facility.objects.for_the_system("the numbers by which an entry is known")
    gone = (
        rows.filter(merged_into=facility.pk, number__isnull=False).order_by("number").values_list("number", flat=True)
    )
    return [one for one in (facility.number, *gone) if one]
