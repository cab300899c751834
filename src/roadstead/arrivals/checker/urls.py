"""Addresses of the voyage checker."""

from django.urls import path

from roadstead.arrivals.checker import views

app_name = "checker"
urlpatterns = [
    path("", views.check, name="check"),
    path("decision.json", views.decision_json, name="decision_json"),
    path("decision.pdf", views.decision_pdf, name="decision_pdf"),
    path("terminals.json", views.known_terminals, name="terminals"),
    path("notice.json", views.notice_json, name="notice_json"),
]
