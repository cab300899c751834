"""Addresses of port facilities; those of the registry hold them."""

from django.urls import path

from roadstead.registry.views import (
    facilities,
    facility_imports,
    facility_proposals,
    facility_standing,
    facility_writing,
    partner_facilities,
)

ALL, ONE = "desk/facilities/", "desk/facilities/<int:pk>/"
IMPORT, PROPOSALS = "desk/facilities/import/", "desk/facilities/proposals/"
OWN, OWN_ONE = "partner/facilities/", "partner/facilities/<int:pk>/"
urlpatterns = [
    path(ALL, facilities.facility_list, name="desk_facilities"),
    path(f"{ALL}export.<slug:form>", facilities.facility_export, name="desk_facilities_export"),
    path(f"{ALL}new/", facility_writing.new, name="desk_facility_new"),
    path(IMPORT, facility_imports.import_list, name="desk_facility_imports"),
    path(f"{IMPORT}<int:pk>/", facility_imports.import_page, name="desk_facility_import"),
    path(f"{IMPORT}<int:pk>/end/", facility_imports.import_end, name="desk_facility_import_end"),
    path(PROPOSALS, facility_proposals.proposal_list, name="desk_facility_proposals"),
    path(f"{PROPOSALS}<int:pk>/", facility_proposals.proposal, name="desk_facility_proposal"),
    path(ONE, facilities.facility_page, name="desk_facility"),
    path(f"{ONE}correct/", facility_writing.correct, name="desk_facility_correct"),
    path(f"{ONE}back/", facility_standing.back, name="desk_facility_back"),
    path(f"{ONE}names/", facility_standing.names, name="desk_facility_names"),
    path(f"{ONE}names/<int:number>/remove/", facility_standing.unname, name="desk_facility_unname"),
    path(f"{ONE}mark/", facility_standing.mark, name="desk_facility_mark"),
    path(f"{ONE}files/", facility_standing.attach, name="desk_facility_attach"),
    path(f"{ONE}files/<int:number>/", facility_standing.remove, name="desk_facility_remove_file"),
    path(OWN, partner_facilities.facility_list, name="partner_facilities"),
    path(f"{OWN}export.<slug:form>", partner_facilities.facility_export, name="partner_facilities_export"),
    path(f"{OWN}proposals/", partner_facilities.proposal_list, name="partner_facility_proposals"),
    path(f"{OWN}proposals/<int:pk>/", partner_facilities.proposal, name="partner_facility_proposal"),
    path(OWN_ONE, partner_facilities.facility_page, name="partner_facility"),
    path(f"{OWN_ONE}propose/", partner_facilities.propose, name="partner_facility_propose"),
]
