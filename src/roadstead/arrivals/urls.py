"""Addresses of arrivals."""

from django.urls import path

from roadstead.arrivals import api, described

urlpatterns = [
    path("api/v1/decisions", api.decisions, name="decisions"),
    path("api/v1/", described.api.urls),
]
