"""Changes of port facilities that partners propose, as far as somebody may read them."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import RequestState
from roadstead.registry.models import Facility, FacilityProposal

Rows = GuardedQuerySet[FacilityProposal]


def proposals(viewer: Viewer, *, state: str = "") -> Rows:
    """All that somebody may read, the latest first."""
    rows: Rows = FacilityProposal.objects.visible_to(viewer).select_related("proposed_by", "answered_by")
    return rows.filter(state=state) if state else rows


def open_proposals(viewer: Viewer, *, facility: Facility | None = None) -> Rows:
    """Those that wait for an officer; of one facility where it is named."""
    rows = proposals(viewer, state=RequestState.OPEN)
    return rows.filter(facility=facility.pk) if facility else rows


def facilities_of(rows: Collection[FacilityProposal], viewer: Viewer) -> dict[int, Facility]:
    """The facilities of some proposals; one query."""
    keys = {row.facility_id for row in rows}
    found = Facility.objects.visible_to(viewer).filter(pk__in=keys).select_related("country")
    return {one.pk: one for one in found}


def people_named(keys: Collection[int]) -> dict[int, str]:
    """The names of some people, for records that hold only their keys."""
    if not keys:
        return {}
    people: Any = get_user_model()
    return dict(people.objects.filter(pk__in=keys).values_list("pk", "name"))
