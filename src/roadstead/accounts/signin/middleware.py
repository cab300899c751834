"""Who has a right but no second factor yet is led to set one up."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.viewer import NeedsSecondFactor

Answer = Callable[[HttpRequest], HttpResponseBase]


class SecondFactorFirst:
    """Leads from a page that wants a second factor to the one where it is set up, and says where to go then."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, NeedsSecondFactor) or request.path.startswith("/api/"):
            return None
        query = f"?{urlencode({'next': request.get_full_path()})}"
        if request.method not in ("GET", "HEAD"):
            query = ""
            messages.warning(request, _("Nothing was done: your role asks for a second factor. Set one up first."))
        return HttpResponseRedirect(reverse("signin:security") + query)
