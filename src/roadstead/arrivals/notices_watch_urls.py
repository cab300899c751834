"""Addresses of notices at the watch."""

from django.urls import path

from roadstead.arrivals.views import notices_faces as views

app_name = "watch_notices"
urlpatterns = [
    path("", views.watch_list, name="list"),
    path("export.<slug:form>", views.watch_export, name="export"),
    path("new/", views.watch_new, name="new"),
    path("template.csv", views.watch_table, name="template"),
    path("<uuid:uid>/", views.watch_receipt, name="receipt"),
    path("<uuid:uid>.json", views.watch_receipt_json, name="receipt_json"),
]
