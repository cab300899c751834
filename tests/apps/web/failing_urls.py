"""Addresses that go wrong on purpose."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path

from roadstead.common.access.guards import open_to_all
from roadstead.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@open_to_all
def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("secret detail")


@open_to_all
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken in")


@open_to_all
def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [path("fail/", fail), path("form/", form), path("denied/", denied)]
