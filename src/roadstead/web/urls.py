"""Addresses that belong to no domain app."""

from django.urls import path

from roadstead.web import views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("components/", views.components, name="components"),
]
