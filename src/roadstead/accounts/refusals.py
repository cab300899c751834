"""Where a refusal leads: to elevated power where that is what is lacking; programs are told in their language."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from roadstead.accounts.middleware import API, SAFE
from roadstead.common.access.viewer import NeedsElevation
from roadstead.common.problems import problem

ELEVATED = "/me/elevated/"


class Refusals:
    """The middleware. Whatever else went wrong goes on to the pages that say so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, PermissionDenied):
            return None
        if request.path.startswith(API):
            return problem("not-allowed", str(exception) or "This is not open to you.")
        if isinstance(exception, NeedsElevation):
            return _to_elevation(request)
        return None


def _to_elevation(request: HttpRequest) -> HttpResponseRedirect:
    """To the page where power is taken up, and back afterwards; what was sent is not sent again by itself."""
    back = request.get_full_path()
    if request.method not in SAFE:
        back = _referring_page(request)
        messages.warning(request, _("Nothing was done: this needs elevated power. Take it up, then send it again."))
    query = urlencode({"next": back}) if back else ""
    return HttpResponseRedirect(f"{ELEVATED}?{query}" if query else ELEVATED)


def _referring_page(request: HttpRequest) -> str:
    """The page of ours that a form was on, "" if that is not known."""
    address = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        return ""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def safe_next(request: HttpRequest) -> str:
    """Where `next` leads, if that is a page of ours; "" otherwise."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    here = url_has_allowed_host_and_scheme(wanted, None, request.is_secure())
    return wanted if here and wanted.startswith("/") else ""
