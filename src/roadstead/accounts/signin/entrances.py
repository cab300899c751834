"""allauth's pages as ours: each says who may open it and how, and writes its events with what it changes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, re_path
from django.urls import path as plain_path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from roadstead.accounts.actions import factors
from roadstead.common.access.guards import open_to_all, signed_in, viewer_of

View = Callable[..., HttpResponseBase]
READ = ("GET", "HEAD")
FORM = ("GET", "HEAD", "POST")


def entrance(route: str, view: View, name: str, *methods: str) -> URLPattern:
    """A page on the way in or out, open to everyone."""
    return _page(route, open_to_all(_ours(view, methods or FORM)), name)


def own(route: str, view: View, name: str, *methods: str) -> URLPattern:
    """A page for whoever is signed in."""
    return _page(route, signed_in(_ours(view, methods or FORM)), name)


def factor(route: str, view: View, name: str) -> URLPattern:
    """A page on which a person adds or removes a second factor."""
    return _page(route, signed_in(_ours(_recorded(view), FORM)), name)


def _ours(view: View, methods: tuple[str, ...]) -> View:
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return require_http_methods(methods)(never_cache(page))


def _recorded(view: View) -> View:
    @wraps(view)
    def recorded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        change = lambda: view(request, *args, **kwargs)  # noqa: E731
        answer: HttpResponseBase = factors.change_factors(
            person=request.user,  # type: ignore[arg-type]  # the page is for whoever is signed in
            change=change,
            by=viewer_of(request),
        )
        return answer

    return recorded


def _page(route: str, view: View, name: str) -> URLPattern:
    if route.startswith("^"):
        return re_path(route, view, name=name)
    return plain_path(route, view, name=name)
