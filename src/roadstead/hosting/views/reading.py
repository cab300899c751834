"""Which requests and units a page is about, and where it stands."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.hosting.models import HostingRequest, HostUnit
from roadstead.hosting.naming import name_of
from roadstead.hosting.queries.requests import own_requests, requests, with_names
from roadstead.hosting.queries.units import every_unit
from roadstead.hosting.views.acting import Crumbs, desk, partner
from roadstead.registry.views.reading import one_of

DESK, OWN, UNITS = "/desk/hosting/", "/partner/hosting/", "/desk/hosting/units/"


def request_of(request: HttpRequest, pk: int) -> HostingRequest:
    """One that whoever asks may read. Raises Http404."""
    return one_of(request, with_names(requests(viewer_of(request))), pk)


def own_of(request: HttpRequest, pk: int) -> HostingRequest:
    """One of one’s own State. Raises Http404."""
    return one_of(request, with_names(own_requests(viewer_of(request))), pk)


def unit_of(request: HttpRequest, pk: int) -> HostUnit:
    """A host unit. Raises Http404."""
    return one_of(request, every_unit(viewer_of(request)), pk)


def part_of(rows: Any, pk: int) -> Any:
    """One part of what was read for somebody. Raises Http404."""
    return get_object_or_404(rows, pk=pk)


def above(held: HostingRequest | None = None) -> Crumbs:
    """Where a page of the desk stands."""
    listed = (_("Reciprocal visits"), DESK)
    return desk(listed) if held is None else desk(listed, (name_of(held), f"{DESK}{held.pk}/"))


def above_own(held: HostingRequest | None = None) -> Crumbs:
    """Where a page of a partner stands."""
    listed = (_("Reciprocal visits"), OWN)
    return partner(listed) if held is None else partner(listed, (name_of(held), f"{OWN}{held.pk}/"))


def above_units(unit: HostUnit | None = None) -> Crumbs:
    listed = (_("Host units"), UNITS)
    return [*above(), listed] if unit is None else [*above(), listed, (unit.name, f"{UNITS}{unit.pk}/")]


def nothing() -> Http404:
    return Http404(_("There is no such page."))
