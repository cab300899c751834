"""Requests for reciprocal visits that somebody may read, found by what is asked, and what belongs to one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OrderBy, Q

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.enums import AHEAD, TOOK_PLACE, OfferState
from roadstead.hosting.models import Asker, Delegate, HostingRequest, Move, Offer
from roadstead.registry.queries import country_rows_where

OPEN = "open"  # whatever is neither closed nor declined nor withdrawn
ORDERS: dict[str, Any] = {
    "country": F("country__name"),
    "state": F("state"),
    "days": F("first_on"),
    "asked": F("asked_at"),
    "size": F("size"),
}
MOST_WORDS = 8
Rows = GuardedQuerySet[HostingRequest]


@dataclass(frozen=True, slots=True)
class RequestsAsked:
    """What is asked of a list; an empty field asks nothing. state: one of them, or "open"."""

    text: str = ""
    country: str = ""
    state: str = ""
    topic: str = ""
    year: str = ""
    sort: str = "-asked"


def requests(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return HostingRequest.objects.visible_to(viewer)


def own_requests(viewer: Viewer) -> Rows:
    """Of these, what was asked for one's own State and is shared with it."""
    rows = requests(viewer).filter(mark=Mark.PARTNER)
    states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    return rows if states is None else rows.filter(country__in=sorted(states))


def with_names(rows: Rows) -> Rows:
    """The same with the names that a page shows."""
    return rows.select_related("country")


def find_requests(rows: Rows, asked: RequestsAsked) -> Rows:
    """The rows that fit, in the order asked for."""
    if asked.state == OPEN:
        rows = rows.filter(state__in=(*AHEAD, *TOOK_PLACE[:1]))
    elif asked.state:
        rows = rows.filter(state=asked.state)
    if asked.country:
        rows = rows.filter(country=asked.country)
    if asked.year:
        rows = rows.filter(first_on__year=int(asked.year))
    if asked.topic:
        rows = rows.filter(topics__icontains=f'"{asked.topic}"')
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(aims__icontains=word) | Q(country__in=country_rows_where(Q(name__icontains=word))))
    down, order = asked.sort.startswith("-"), ORDERS[asked.sort.removeprefix("-")]
    return rows.order_by(OrderBy(order, descending=down, nulls_last=True), "-pk" if down else "pk")


def years_in(rows: Rows) -> list[tuple[str, str]]:
    """The years of the days that stand in some rows."""
    years = sorted({one.year for one in rows.order_by().dates("first_on", "year")}, reverse=True)
    return [(str(year), str(year)) for year in years]


def askers_of(request: HostingRequest) -> list[Asker]:
    """Who asked for one that was read for a viewer, the first first."""
    return list(Asker.objects.filter(request=request).stated())


def moves_of(request: HostingRequest) -> list[Move]:
    """The states that one went through, the first first."""
    return list(Move.objects.filter(request=request).stated())


def offers_of(requests: Collection[HostingRequest], *states: OfferState) -> dict[int, list[Offer]]:
    """The ports of some requests that were read for a viewer, by request; one query."""
    found: dict[int, list[Offer]] = {}
    rows = Offer.objects.filter(request__in=[one.pk for one in requests]).stated().select_related("port")
    for one in (rows.filter(state__in=states) if states else rows) if requests else ():
        found.setdefault(one.request_id, []).append(one)
    return found


def delegates_of(request: HostingRequest, viewer: Viewer) -> list[Delegate]:
    """The delegation, who leads first; nobody where it may not be read."""
    return list(Delegate.objects.visible_to(viewer).filter(request=request.pk))


def open_like(country: str, earliest: date | None, latest: date | None) -> HostingRequest | None:
    """The request that is open for a country about the same time; days that are not said fit any."""
    rows = HostingRequest.objects.for_the_system("whether the same visit was asked for already, whoever asked")
    held = rows.filter(country=country, state__in=AHEAD).order_by("asked_at", "pk")
    if earliest is not None:
        held = held.filter(Q(latest__isnull=True) | Q(latest__gte=earliest))
    if latest is not None:
        held = held.filter(Q(earliest__isnull=True) | Q(earliest__lte=latest))
    return held.first()


def sent_before(uid: Any) -> HostingRequest | None:
    """What was asked by a form; None where it was not sent."""
    why = "whether this form was sent before"
    asked = Asker.objects.for_the_system(why).filter(uid=uid).order_by().values("request")
    return HostingRequest.objects.for_the_system(why).filter(pk__in=asked).first()


def history_of(country: str, viewer: Viewer) -> list[HostingRequest]:
    """The reciprocal visits of a country that took place, the latest first."""
    return list(requests(viewer).filter(country=country, state__in=TOOK_PLACE).order_by("-first_on", "-pk"))
