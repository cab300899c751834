"""Addresses of the programme's dealings with its partners."""

from django.urls import URLPattern

app_name = "engagement"
urlpatterns: list[URLPattern] = []
