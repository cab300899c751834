"""Which visits somebody may read. Every reading of visits begins with one of these."""

from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import facilities
from roadstead.visits.models import Leg, LegFacility, OtherVisit, TeamMember, Visit, VisitStep

Rows = GuardedQuerySet[Visit]


def readable(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Visit.objects.visible_to(viewer)


def shared_with(viewer: Viewer) -> Rows:
    """Of what somebody may read, what is shared with a State whose shared information is open to them."""
    return _shared(Visit.objects.visible_to(viewer).filter(mark=Mark.PARTNER), viewer)


def others_readable(viewer: Viewer) -> GuardedQuerySet[OtherVisit]:
    """Visits of others that somebody may read, those that do not take place too."""
    return OtherVisit.objects.visible_to(viewer)


def others_shared(viewer: Viewer) -> GuardedQuerySet[OtherVisit]:
    """Of these, what is shared with a State whose shared information is open to them."""
    return _shared(OtherVisit.objects.visible_to(viewer).filter(mark=Mark.PARTNER), viewer)


def with_names(rows: Rows) -> Rows:
    """The same with the names that a list shows."""
    return rows.select_related("country", "lead")


def team_of(visit: Visit) -> Collection[TeamMember]:
    """The team of a visit that was read for a viewer; who leads comes first."""
    rows = TeamMember.objects.filter(visit=visit).stated().select_related("person")
    return sorted(rows, key=lambda one: (one.role != "lead", one.pk))


def legs_of(visit: Visit, viewer: Viewer) -> GuardedQuerySet[Leg]:
    """The places of a visit that was read for a viewer, with those facilities that this one may read."""
    tours: Any = Prefetch("facilities", queryset=LegFacility.objects.visible_to(viewer).order_by("pk"))
    named: Any = Prefetch("facilities__facility", queryset=facilities(viewer))
    rows = Leg.objects.filter(visit=visit).stated().select_related("port").order_by("position")
    return rows.prefetch_related(tours, named)


def steps_of(visit: Visit) -> GuardedQuerySet[VisitStep]:
    """The states that a visit went through, the latest first."""
    return VisitStep.objects.filter(visit=visit).stated().select_related("by").order_by("-at", "-pk")


def _shared(rows: GuardedQuerySet, viewer: Viewer) -> GuardedQuerySet:  # type: ignore[type-arg]
    states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    if states is None:
        return rows
    link = rows.model.states.through
    name = rows.model._meta.model_name
    return rows.filter(pk__in=link._default_manager.filter(country_id__in=sorted(states)).values(f"{name}_id"))
