"""Host units, their calendars and their load."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.enums import AHEAD, TOOK_PLACE, OfferState
from roadstead.hosting.models import Busy, HostingRequest, HostUnit, Offer

LATELY = timedelta(days=730)  # over which it is counted whose turn it is
Rows = GuardedQuerySet[HostUnit]


@dataclass(slots=True)
class Load:
    """What a unit has before it and behind it. busy: days with why; lately: delegations in two years; by_year."""

    busy: list[tuple[date, date, str]] = field(default_factory=list)
    lately: int = 0
    by_year: Counter[int] = field(default_factory=Counter)


def units(viewer: Viewer) -> Rows:
    """All that somebody may read, those that host no more left out."""
    return HostUnit.objects.visible_to(viewer).filter(retired_at__isnull=True)


def every_unit(viewer: Viewer) -> Rows:
    """Those that host no more too."""
    return HostUnit.objects.visible_to(viewer)


def busy_of(unit: HostUnit) -> list[Busy]:
    """The days on which a unit that was read for a viewer hosts nobody."""
    return list(Busy.objects.filter(unit=unit).stated().select_related("by"))


def coming_to(unit: HostUnit, viewer: Viewer) -> list[tuple[Offer, HostingRequest]]:
    """What a unit hosts, was asked or hosted, as far as a viewer may read the requests, the latest first."""
    rows = Offer.objects.visible_to(viewer).filter(unit=unit).exclude(state=OfferState.TAKEN_BACK)
    held = list(rows.select_related("port").order_by("-first_on", "-pk"))
    found = HostingRequest.objects.visible_to(viewer).filter(pk__in={one.request_id for one in held})
    requests = {one.pk: one for one in found.select_related("country")}
    return [(one, requests[one.request_id]) for one in held]


def units_by_key(keys: Collection[int | None], viewer: Viewer) -> dict[int, HostUnit]:
    """Units by their numbers, those that host no more too; one query, none for no keys."""
    wanted = {one for one in keys if one is not None}
    return {one.pk: one for one in every_unit(viewer).filter(pk__in=wanted)} if wanted else {}


def loads(keys: Collection[int], today: date, viewer: Viewer, *, but: int | None = None) -> dict[int, Load]:
    """The load of some units, as far as a viewer may read the requests; three queries. but: one that is not counted."""
    found: dict[int, Load] = {key: Load() for key in keys}
    blocked = Busy.objects.filter(unit__in=keys).stated().values_list("unit", "first_on", "last_on", "why")
    for unit, first, last, why in blocked:
        found[unit].busy.append((first, last, why))
    for unit, first, last, coming in _hosting(keys, viewer, but):
        load = found[unit]
        if coming:
            load.busy.append((first, last, ""))
        load.by_year[first.year] += 1
        load.lately += first > today - LATELY
    return found


def _hosting(keys: Collection[int], viewer: Viewer, but: int | None) -> Any:
    """Each delegation that a unit hosts or hosted: unit, days, whether it is still to come."""
    requests = HostingRequest.objects.visible_to(viewer).filter(state__in=(*AHEAD, *TOOK_PLACE))
    ahead = set(requests.filter(state__in=AHEAD).order_by().values_list("pk", flat=True))
    rows = Offer.objects.filter(unit__in=keys, state=OfferState.ACCEPTED).stated()
    rows = rows.filter(request__in=requests.order_by().values("pk"))
    rows = rows if but is None else rows.exclude(request=but)
    said = rows.order_by().values_list("unit", "first_on", "last_on", "request").distinct()
    return ((unit, first, last, request in ahead) for unit, first, last, request in said)
