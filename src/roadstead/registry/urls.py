"""Addresses of the registry."""

from django.urls import path

from roadstead.registry import views

app_name = "registry"
urlpatterns = [
    path("ports/", views.port_suggestions, name="port_suggestions"),
    path("reference/", views.reference, name="reference"),
]
