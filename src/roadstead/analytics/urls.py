"""Addresses of the what-if: the page and its downloads."""

from django.urls import path

from roadstead.analytics import downloads, views

app_name = "analytics"
urlpatterns = [
    path("desk/what-if/", views.what_if, name="what_if"),
    path("desk/what-if/impact.json", downloads.impact_json, name="impact_json"),
    path("desk/what-if/tables.csv", downloads.tables_csv, name="tables_csv"),
    path("desk/what-if/tables.xlsx", downloads.tables_xlsx, name="tables_xlsx"),
]
