"""Addresses of the registry."""

from django.urls import path

from roadstead.registry.views import reference

app_name = "registry"
urlpatterns = [
    path("ports/", reference.port_suggestions, name="port_suggestions"),
    path("reference/", reference.reference, name="reference"),
]
