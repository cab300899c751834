"""Requests for training that somebody may read, how they came, and the gates of the law."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.core.truth import Truth
from roadstead.registry.queries import country_rows_where
from roadstead.training.catalogue import Gate, catalogue, gates
from roadstead.training.enums import OPEN_REQUESTS, RequestState
from roadstead.training.models import GateSaid, Request, RequestLink, Voice
from roadstead.visits.queries.clocks import clocks

MOST_WORDS = 8
OPEN = "live"
ORDERS: dict[str, Any] = {
    "asked": F("asked_at"),
    "country": F("country__name"),
    "course": F("course"),
    "state": F("state"),
    "changed": F("changed_at"),
}
Rows = GuardedQuerySet[Request]


@dataclass(frozen=True, slots=True)
class RequestsAsked:
    """What is asked of a list; an empty field asks nothing."""

    text: str = ""
    country: str = ""
    course: str = ""
    state: str = OPEN
    sort: str = "-asked"


@dataclass(frozen=True, slots=True)
class GateNow:
    """A condition of the law for a request. said: who said so, if somebody did; fact: what the records say."""

    gate: Gate
    truth: Truth
    said: GateSaid | None
    fact: str


def requests(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Request.objects.visible_to(viewer)


def named(rows: Any) -> Any:
    """The same with the names that a page shows."""
    return rows.select_related("country")


def find_requests(rows: Rows, asked: RequestsAsked) -> Rows:
    """The rows that fit, in the order asked for."""
    for word in asked.text.split()[:MOST_WORDS]:
        codes = [one.code for one in catalogue().courses.values() if word.casefold() in one.title.casefold()]
        rows = rows.filter(Q(aims__icontains=word) | Q(country__name__icontains=word) | Q(course__in=codes))
    for name in ("country", "course"):
        if value := getattr(asked, name):
            rows = rows.filter(**{name: value})
    if asked.state == OPEN:
        rows = rows.filter(state__in=OPEN_REQUESTS)
    elif asked.state in RequestState.values:
        rows = rows.filter(state=asked.state)
    order, down = ORDERS[asked.sort.removeprefix("-")], asked.sort.startswith("-")
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "-pk")


def countries_in(rows: Any) -> list[tuple[str, str]]:
    """The countries of some rows, to narrow a list to."""
    keys = rows.order_by().values("country")
    return list(country_rows_where(Q(pk__in=keys)).order_by("name").values_list("code", "name"))


def voices_of(found: Collection[Request]) -> dict[int, list[Voice]]:
    """How some requests came, that were read for a viewer: the first first; one query."""
    made: dict[int, list[Voice]] = {one.pk: [] for one in found}
    rows: Any = Voice.objects.filter(request__in=list(made)).stated().select_related("by", "link")
    for one in rows.order_by("at", "pk") if made else ():
        made[one.request_id].append(one)
    return made


def same_of(held: Request, viewer: Viewer) -> list[Request]:
    """Other open requests of the country for the course: one that the programme alone reads, beside the State’s."""
    rows: Any = requests(viewer).filter(country=held.country_id, course=held.course, state__in=OPEN_REQUESTS)
    return list(rows.exclude(pk=held.pk))


def for_observation(observation: int, viewer: Viewer) -> list[Request]:
    """What was asked for to close a shortfall, the first first."""
    return list(requests(viewer).filter(observation=observation).order_by("asked_at", "pk"))


def gates_of(held: Request, viewer: Viewer) -> list[GateNow]:
    """The conditions of the law for a request: what was said last, else what the records say; three queries."""
    rows: Any = GateSaid.objects.filter(request=held.pk).stated().select_related("by").order_by("at", "pk")
    said = {one.gate: one for one in rows}
    assessed = clocks([held.country_id], clock.today(), viewer)[held.country_id].assessment.last
    return [_gate(one, said.get(one.code), held, assessed) for one in gates().gates]


def gates_met(found: Iterable[GateNow]) -> Truth:
    """Whether all are met: one that is not decides, else one that is not known spoils."""
    truths = [one.truth for one in found]
    return Truth.NO if Truth.NO in truths else Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.YES


def links_of(viewer: Viewer, countries: Collection[str] | None) -> list[RequestLink]:
    """The links that were given for some countries, or for all; the latest first."""
    rows: Any = RequestLink.objects.select_related("country", "given_by")
    rows = rows if countries is None else rows.filter(country__in=countries)
    return list(rows[:200]) if viewer.user_id is not None else []


def link_of(digest: str) -> RequestLink | None:
    """The link of a secret; None for none of ours."""
    return RequestLink.objects.filter(digest=digest).select_related("country", "given_by").first() if digest else None


def _gate(gate: Gate, said: GateSaid | None, held: Request, assessed: Any) -> GateNow:
    if said is not None:
        return GateNow(gate, Truth(said.says), said, "")
    if gate.code == "spare" and not held.equipment:
        return GateNow(gate, Truth.YES, None, "no_equipment")
    if gate.code == "assessed" and assessed is not None:
        return GateNow(gate, Truth.UNKNOWN, None, assessed.isoformat())
    return GateNow(gate, Truth.UNKNOWN, None, "")
