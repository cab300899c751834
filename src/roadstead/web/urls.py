"""Addresses that belong to no domain app."""

from django.urls import path

from roadstead.web import faces, health, outbox, views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("me/home/", faces.home, name="my_home"),
    path("desk/", faces.desk, name="desk"),
    path("watch/", faces.watch, name="watch"),
    path("ships/", faces.ships, name="ships"),
    path("partner/", faces.partner, name="partner"),
    path("components/", views.components, name="components"),
    path("outbox/", outbox.messages, name="outbox"),
    path("outbox/<str:name>/", outbox.message, name="outbox_message"),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
