"""Addresses of notices for companies, masters and agents."""

from django.urls import path

from roadstead.arrivals.views import notices_faces as views

app_name = "ships_notices"
urlpatterns = [
    path("", views.ships_list, name="list"),
    path("export.<slug:form>", views.ships_export, name="export"),
    path("new/", views.ships_new, name="new"),
    path("template.csv", views.ships_table, name="template"),
    path("<uuid:uid>/", views.ships_receipt, name="receipt"),
    path("<uuid:uid>.json", views.ships_receipt_json, name="receipt_json"),
]
