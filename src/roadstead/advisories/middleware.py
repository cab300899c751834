"""One request, one rule book: what is published meanwhile is for the next one."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from roadstead.advisories import books

Answer = Callable[[HttpRequest], HttpResponseBase]


def one_book(get_response: Answer) -> Answer:
    """Look once, cheaply, whether an edition was published; stands before all that reads the rules."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with books.one_book():
            return get_response(request)

    return middleware
