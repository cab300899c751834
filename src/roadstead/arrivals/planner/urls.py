"""Addresses of the voyage planner."""

from django.urls import path

from roadstead.arrivals.planner import views

app_name = "planner"
urlpatterns = [path("", views.planner, name="planner")]
