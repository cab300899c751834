"""Addresses of the registry."""

from django.urls import include, path

from roadstead.registry.views import organisation_standing, organisation_writing, organisations, reference

app_name = "registry"
ORGANISATIONS, ORGANISATION = "desk/organisations/", "desk/organisations/<int:pk>/"
urlpatterns = [
    path("", include("roadstead.registry.facility_urls")),
    path("", include("roadstead.registry.reconciliation_urls")),
    path("", include("roadstead.registry.portfolio_urls")),
    path("ports/", reference.port_suggestions, name="port_suggestions"),
    path("reference/", reference.reference, name="reference"),
    path(ORGANISATIONS, organisations.organisation_list, name="desk_organisations"),
    path(f"{ORGANISATIONS}export.<slug:form>", organisations.organisation_export, name="desk_organisations_export"),
    path(f"{ORGANISATIONS}new/", organisation_writing.new, name="desk_organisation_new"),
    path(ORGANISATION, organisations.organisation_page, name="desk_organisation"),
    path(f"{ORGANISATION}change/", organisation_writing.change, name="desk_organisation_change"),
    path(f"{ORGANISATION}mark/", organisation_standing.mark, name="desk_organisation_mark"),
    path(f"{ORGANISATION}retire/", organisation_standing.retire, name="desk_organisation_retire"),
    path(f"{ORGANISATION}files/", organisation_standing.attach, name="desk_organisation_attach"),
    path(f"{ORGANISATION}files/<int:number>/", organisation_standing.remove, name="desk_organisation_remove_file"),
]
