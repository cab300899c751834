"""Addresses that belong to no domain app."""

from django.urls import path

from roadstead.web import health, views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("components/", views.components, name="components"),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
