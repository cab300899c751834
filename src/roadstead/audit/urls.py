"""Addresses of the record of what was done."""

from django.urls import URLPattern

app_name = "audit"
urlpatterns: list[URLPattern] = []
