"""Addresses of the advisory: pages for people, documents for programs."""

from django.urls import path

from roadstead.advisories import documents, views

app_name = "advisories"
urlpatterns = [
    path("advisory/", views.in_force, name="list"),
    path("advisory/countries/", views.countries, name="countries"),
    path("advisory/countries/<str:code>/", views.country, name="country"),
    path("advisory/editions/", views.editions, name="editions"),
    path("advisory/editions/<str:edition>/", views.edition, name="edition"),
    path("advisory/compare/", views.compare, name="compare"),
    path("advisory/compare.json", documents.difference_json, name="compare_json"),
    path("advisory.json", documents.list_json, name="json"),
    path("advisory/changes.json", documents.changes_json, name="changes"),
    path("advisory/keys.json", documents.key_history, name="keys"),
    path("advisory.pdf", documents.list_pdf, name="pdf"),
    path("advisory.csv", documents.list_csv, name="csv"),
    path("advisory.atom", documents.feed, name="feed"),
    path(".well-known/port-security-advisory.json", documents.pointer, name="pointer"),
]
