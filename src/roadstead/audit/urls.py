"""Addresses of the record of what was done."""

from django.urls import path

from roadstead.audit import views

app_name = "audit"
urlpatterns = [
    path("desk/log/", views.log, name="log"),
    path("desk/log/events.csv", views.log_csv, name="log_csv"),
    path("desk/log/events.jsonl", views.log_json_lines, name="log_json_lines"),
    path("desk/history/<str:kind>/<str:key>/", views.history, name="history"),
]
