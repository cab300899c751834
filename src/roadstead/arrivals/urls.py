"""Addresses of arrivals."""

from django.urls import include, path

from roadstead.arrivals import api, described
from roadstead.arrivals.views import effect

urlpatterns = [
    path("desk/editions/<int:pk>/effect/", effect.of_draft, name="draft_effect"),
    path("watch/", include("roadstead.arrivals.watch_urls")),
    path("check/", include("roadstead.arrivals.checker.urls")),
    path("api/v1/decisions", api.decisions, name="decisions"),
    path("api/v1/", described.urls()),
]
