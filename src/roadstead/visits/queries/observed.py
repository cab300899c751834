"""Observations that somebody may read, and those of a visit, a country or a facility."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import F, Q

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows_where
from roadstead.registry.queries.facilities import own_facilities
from roadstead.visits.models import Observation, ObservationRemark, Visit
from roadstead.visits.observed_enums import ObservationKind, ObservationState

MOST_WORDS = 8
ORDERS: dict[str, Any] = {
    "noted": F("noted_at"),
    "kind": F("kind"),
    "country": F("country__name"),
    "element": F("element"),
    "state": F("state"),
}
Rows = GuardedQuerySet[Observation]
T = TypeVar("T", bound=GuardedQuerySet[Any])


@dataclass(frozen=True, slots=True)
class ObservationsAsked:
    """What is asked of a list; an empty field asks nothing."""

    text: str = ""
    country: str = ""
    kind: str = ""
    element: str = ""
    state: str = ""
    sort: str = "-noted"


def observations(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Observation.objects.visible_to(viewer)


def every_observation(why: str) -> Rows:
    """All of them, for work that shows none to anybody. Raises ValueError without a reason."""
    return Observation.objects.for_the_system(why)


def shared_observations(viewer: Viewer) -> Rows:
    """Of these, what was shared with one's own State about itself, and was not withdrawn."""
    rows = observations(viewer).filter(mark=Mark.PARTNER).exclude(state=ObservationState.WITHDRAWN)
    return rows.filter(of_own_states(viewer))


def of_own_states(viewer: Viewer) -> Q:
    """What is about a State whose shared records are open to a viewer, or about the facility whose officer it is."""
    states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    if states is None:
        return Q(pk__gt=0)
    own = Q(country__in=sorted(states))
    if viewer.reach(Permission.READ_OWN_FACILITY, ScopeKind.FACILITY):
        own |= Q(facility__in=own_facilities(viewer).order_by().values("pk"))
    return own


def find_observations(rows: Rows, asked: ObservationsAsked) -> Rows:
    """The rows that fit, in the order asked for."""
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(text__icontains=word) | Q(remark__icontains=word) | Q(reference__icontains=word))
    for name in ("country", "kind", "element", "state"):
        if value := getattr(asked, name):
            rows = rows.filter(**{name: value})
    return ordered(rows, asked.sort, ORDERS, "noted")


def ordered(rows: T, sort: str, orders: dict[str, Any], usual: str) -> T:
    """Rows by a column, turned round with "-" before it."""
    key, down = sort.removeprefix("-"), sort.startswith("-")
    order = orders.get(key, orders[usual])
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "-pk")


def with_names(rows: Any) -> Any:
    """The same with the names that a page shows; those of facilities are read for the viewer."""
    return rows.select_related("country", "noted_by", "marked_by").prefetch_related("states")


def of_visit(visit: Visit, viewer: Viewer) -> Rows:
    """The observations of a visit, the first first."""
    return observations(viewer).filter(visit=visit.pk).order_by("noted_at", "pk")


def shortfalls(viewer: Viewer, *, country: str = "", facilities: Collection[int] = ()) -> Rows:
    """What weighs against: shortfalls that stand. What is beyond the Code is never among them, nor a strength."""
    rows = observations(viewer).filter(kind=ObservationKind.SHORTFALL, state=ObservationState.STANDS)
    if country:
        rows = rows.filter(country=country)
    return rows.filter(facility__in=facilities) if facilities else rows


def of_earlier_visit(visit: Visit, viewer: Viewer) -> tuple[Visit | None, list[Observation]]:
    """The last visit to the country before one, and what was observed on it."""
    before = Visit.objects.visible_to(viewer).filter(country=visit.country_id).exclude(pk=visit.pk)
    before = before.filter(pk__in=observations(viewer).order_by().values("visit"))
    if visit.first_on is not None:
        before = before.filter(first_on__lt=visit.first_on)
    last = before.order_by("-first_on", "-pk").first()
    return last, list(with_names(of_visit(last, viewer))) if last is not None else []


def remarks_of(observation: Observation) -> list[ObservationRemark]:
    """What its host said of an observation that was read for a viewer, the first first."""
    return list(ObservationRemark.objects.filter(observation=observation.pk).stated().select_related("by"))


def countries_in(rows: Any) -> list[tuple[str, str]]:
    """The countries of some rows, to narrow a list to."""
    keys = rows.order_by().values("country")
    return list(country_rows_where(Q(pk__in=keys)).order_by("name").values_list("code", "name"))
