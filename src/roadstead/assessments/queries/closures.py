"""Shortfalls that were shared with their own State, and the rooms in which they are closed."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Q

from roadstead.assessments.closure_enums import ClosureState, Verdict
from roadstead.assessments.models import Closure, ClosureEvidence, Dispute, PlanItem
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.observed_enums import ObservationKind, ObservationState
from roadstead.visits.queries.observed import observations, of_own_states, with_names
from roadstead.visits.queries.recommended import recommendations, shared_recommendations

MOST = 2_000  # shortfalls that a page takes at once


@dataclass(frozen=True, slots=True)
class Room:
    """A shared shortfall with all that stands in its room; closure None where nobody has done anything there yet.

    recommended: those that the plan points at and this reader may read, by key.
    """

    observation: Any
    closure: Closure | None
    plan: list[PlanItem] = field(default_factory=list)
    evidence: list[ClosureEvidence] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    recommended: dict[int, Any] = field(default_factory=dict)

    @property
    def remains(self) -> bool:
        """Whether it is still to be closed."""
        return bool(self.observation.state == ObservationState.STANDS)


def shared_shortfalls(viewer: Viewer) -> Any:
    """Shortfalls that were shared with the very State that they are about, as far as somebody may read them.

    A withdrawn one is left out, unless its host disputed it and was right: then the answer can be read. A reader
    outside the programme is given those of its own State or facility alone.
    """
    rows = observations(viewer).filter(kind=ObservationKind.SHORTFALL, mark=Mark.PARTNER, states=F("country"))
    if not viewer.holds(Permission.READ_PROGRAMME):
        rows = rows.filter(of_own_states(viewer))
    upheld = Dispute.objects.filter(verdict=Verdict.UPHELD).stated().order_by().values("closure")
    answered = Closure.objects.filter(pk__in=upheld).stated().order_by().values("observation")
    return rows.filter(~Q(state=ObservationState.WITHDRAWN) | Q(pk__in=answered))


def shortfall_of(pk: int, viewer: Viewer) -> Any | None:
    """One of them, with its names; None where it is none, or may not be read."""
    return with_names(shared_shortfalls(viewer)).filter(pk=pk).first()


def closed_counts(viewer: Viewer) -> list[tuple[str, str, int]]:
    """Every country with a shared shortfall: code, name, and how many do not remain; one query."""
    over = Count("pk", filter=~Q(state=ObservationState.STANDS), distinct=True)
    rows = shared_shortfalls(viewer).order_by("country__name").values_list("country", "country__name")
    return list(rows.annotate(over=over))


def rooms(viewer: Viewer, country: str = "", *, remaining: bool = False) -> list[Room]:
    """The rooms of a country, or of all that a host may read: the State first, then by facility; six queries.

    remaining: those alone that are still to be closed.
    """
    rows: Any = shared_shortfalls(viewer)
    rows = rows.filter(country=country) if country else rows
    rows = rows.filter(state=ObservationState.STANDS) if remaining else rows
    found = list(with_names(rows).order_by(F("facility_id").asc(nulls_first=True), "noted_at", "pk")[:MOST])
    return _with_parts(found, viewer)


def room_of(observation: Any, viewer: Viewer) -> Room:
    """The room of one shortfall that was read for a viewer."""
    return _with_parts([observation], viewer)[0]


def recommendations_for(observation: Any, viewer: Viewer) -> list[Any]:
    """What a plan can point at: recommendations shared with the State, about this shortfall or its facility."""
    rows = shared_recommendations(viewer).filter(country=observation.country_id, toward="host")
    return list(rows.filter(facility=observation.facility_id).order_by("due_on", "pk"))


def waiting_for_us(countries: Collection[str], viewer: Viewer) -> list[Closure]:
    """The rooms of some countries in which somebody of the programme is to look; one query."""
    rows: Any = Closure.objects.visible_to(viewer).filter(country__in=countries)
    rows = rows.filter(state__in=(ClosureState.SAID_CLOSED, ClosureState.LOOKED_AT))
    return list(rows.select_related("country").order_by("said_at", "pk"))


def _with_parts(found: list[Any], viewer: Viewer) -> list[Room]:
    closures: Any = Closure.objects.visible_to(viewer).filter(observation__in=[one.pk for one in found])
    held = {one.observation_id: one for one in closures.select_related("said_by", "looked_by", "closed_by")}
    keys = [one.pk for one in held.values()]
    plan = _by_room(PlanItem.objects.filter(closure__in=keys).stated().order_by("pk"))
    evidence = _by_room(ClosureEvidence.objects.filter(closure__in=keys).stated().select_related("added_by"))
    disputes = _by_room(Dispute.objects.filter(closure__in=keys).stated().select_related("by").order_by("pk"))
    said = {one.recommendation_id for items in plan.values() for one in items if one.recommendation_id}
    rows = recommendations(viewer) if viewer.holds(Permission.READ_PROGRAMME) else shared_recommendations(viewer)
    known = {one.pk: one for one in rows.filter(pk__in=said)} if said else {}
    made = []
    for one in found:
        closure = held.get(one.pk)
        key = closure.pk if closure else 0
        made.append(Room(one, closure, plan[key], evidence[key], disputes[key], known))
    return made


def _by_room(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for one in rows:
        found[one.closure_id].append(one)
    return found
