"""Addresses that go wrong on purpose."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path

from roadstead.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("secret detail")


def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken in")


def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [path("fail/", fail), path("form/", form), path("denied/", denied)]
