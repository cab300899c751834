"""A letter by its link, for whoever it was sent to: no account is needed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.arrivals.presenters import letter as presenter
from roadstead.arrivals.queries.letters import by_link
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.common.throttle import Throttle

A_MINUTE = 60  # pages that one client may ask for
throttled = Throttle("letters", lambda: A_MINUTE)


@open_to_all
@require_safe
@throttled
def page(request: HttpRequest, secret: str) -> HttpResponse:
    """The letter, and whether it still holds."""
    found = by_link(secret, clock.now())
    if found is None:
        return _none(request)
    told = presenter.opened(found) | {"secret": secret}
    return _private(render(request, "arrivals/letters/opened.html", told))


@open_to_all
@require_safe
@throttled
def paper(request: HttpRequest, secret: str) -> HttpResponse:
    """The same as PDF, as it was signed."""
    found = by_link(secret, clock.now())
    return _none(request) if found is None else _private(presenter.signed_pdf(found))


def _none(request: HttpRequest) -> HttpResponse:
    said = _("This link opens no letter, or not any more. Ask the watch that sent it for another.")
    told = {"reason": said, "typed": ""}
    return _private(render(request, "arrivals/answering/refused.html", told, status=404))


def _private(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response["Referrer-Policy"] = "no-referrer"
    return response
