"""Addresses of files that belong to records."""

from django.urls import URLPattern

app_name = "files"
urlpatterns: list[URLPattern] = []
