"""A way to the API that leads past what only pages need."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from roadstead.arrivals.api import PATH, decisions

Answer = Callable[[HttpRequest], HttpResponseBase]


def decisions_at_once(get_response: Answer) -> Answer:
    """Answer the address of decisions here. Stands right after the security middleware.

    What comes later chooses a language, guards forms, writes the policy for a page's scripts and walks the addresses
    (twice, for the slash that might be missing). For an answer in JSON that is work for nothing, and more of it than
    the decision itself.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return decisions(request) if request.path_info == PATH else get_response(request)

    return middleware
