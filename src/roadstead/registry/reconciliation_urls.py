"""Addresses of the reconciliation desk and of merging; those of the registry hold them."""

from django.urls import path

from roadstead.registry.views import merging, reconciling

DESK = "desk/facilities/reconciliation/"
MERGERS, ONE = "desk/facilities/mergers/", "desk/facilities/<int:pk>/"
urlpatterns = [
    path(DESK, reconciling.work_list, name="desk_reconciliation"),
    path(f"{DESK}export.<slug:form>", reconciling.export, name="desk_reconciliation_export"),
    path(f"{DESK}decisions/", reconciling.decisions, name="desk_identities"),
    path(f"{DESK}decisions/<int:pk>/", reconciling.decision, name="desk_identity"),
    path(f"{DESK}<slug:key>/", reconciling.item, name="desk_reconciliation_item"),
    path(f"{ONE}merge/", merging.merge, name="desk_facility_merge"),
    path(f"{MERGERS}<int:pk>/", merging.merger, name="desk_facility_merger"),
]
