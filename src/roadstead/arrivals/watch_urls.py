"""Addresses of the watch."""

from django.urls import path

from roadstead.arrivals.views import watch

app_name = "watch"
urlpatterns = [
    path("arrivals/", watch.arrivals, name="arrivals"),
    path("arrivals/export.<slug:form>", watch.arrivals_export, name="arrivals_export"),
    path("arrivals/<int:pk>/", watch.arrival, name="arrival"),
    path("changes/", watch.changed, name="changes"),
    path("changes/export.<slug:form>", watch.changed_export, name="changes_export"),
    path("changes/<int:pk>/", watch.settle, name="settle"),
]
