"""What the pages of training have in common: what is asked for by number, and where a page stands."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.common.access.guards import viewer_of
from roadstead.registry.views.reading import one_of
from roadstead.training.models import Expert, Offering, Request
from roadstead.training.naming import name_of_offering, name_of_request
from roadstead.training.queries import experts as of_experts
from roadstead.training.queries import offerings as of_offerings
from roadstead.training.queries import requests as of_requests

FORM = require_http_methods(["GET", "HEAD", "POST"])
DESK, PARTNER, PUBLIC = "/desk/training/", "/partner/training/", "/training/"
Crumbs = list[tuple[str, str]]


def offering_of(request: HttpRequest, pk: int) -> Offering:
    """One that whoever asks may read. Raises Http404."""
    rows: Any = of_offerings.named(of_offerings.offerings(viewer_of(request)))
    found: Offering = one_of(request, rows, pk)
    return found


def told_offering_of(request: HttpRequest, pk: int) -> Offering:
    """One that is told outside of the programme. Raises Http404."""
    rows: Any = of_offerings.named(of_offerings.told(viewer_of(request)))
    found: Offering = one_of(request, rows, pk)
    return found


def request_of(request: HttpRequest, pk: int) -> Request:
    """One that whoever asks may read. Raises Http404."""
    rows: Any = of_requests.named(of_requests.requests(viewer_of(request)))
    found: Request = one_of(request, rows, pk)
    return found


def expert_of(request: HttpRequest, pk: int) -> Expert:
    """One that whoever asks may read. Raises Http404."""
    return one_of(request, of_experts.experts(viewer_of(request)), pk)


def desk(*below: tuple[str, str]) -> Crumbs:
    return [(_("Desk"), "/desk/"), *below]


def partner(*below: tuple[str, str]) -> Crumbs:
    return [(_("Partners"), "/partner/"), *below]


def public(*below: tuple[str, str]) -> Crumbs:
    return [(_("Home"), "/"), *below]


def home(at: str) -> tuple[str, str]:
    """The first page of training on a face."""
    return _("Training"), at


def at_offering(one: Offering, face: str = DESK) -> tuple[str, str]:
    return name_of_offering(one), f"{face}offerings/{one.pk}/"


def at_request(one: Request, face: str = DESK) -> tuple[str, str]:
    return name_of_request(one), f"{face}requests/{one.pk}/"


def sent(request: HttpRequest) -> Any:
    """What was typed, or None for a page that is only looked at."""
    return request.POST if request.method == "POST" else None
