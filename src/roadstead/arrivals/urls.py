"""Addresses of arrivals."""

from django.urls import include, path

from roadstead.arrivals import api, described

urlpatterns = [
    path("watch/", include("roadstead.arrivals.watch_urls")),
    path("check/", include("roadstead.arrivals.checker.urls")),
    path("api/v1/decisions", api.decisions, name="decisions"),
    path("api/v1/", described.urls()),
]
