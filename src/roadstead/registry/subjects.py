"""How records of the registry are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries
from roadstead.registry.models import Facility
from roadstead.registry.queries.facility_imports import imports
from roadstead.registry.queries.facility_proposals import proposals
from roadstead.registry.queries.handovers import hand_overs
from roadstead.registry.queries.identities import identities
from roadstead.registry.queries.organisations import organisations


def organisation_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The names of what a viewer may read, with its page on the desk for who works there."""
    rows = organisations(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", "name")
    desk = viewer.holds(Permission.READ_PROGRAMME)
    return {
        str(pk): Named(f"“{name}”", reverse("registry:desk_organisation", args=[pk]) if desk else "")
        for pk, name in rows
    }


def country_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The countries, for the programme, with their files: what is told of them is who answers for them."""
    if not viewer.holds(Permission.READ_PROGRAMME):
        return {}
    return {one.pk: Named(one.name, f"/desk/countries/{one.pk}/") for one in queries.country_rows(keys)}


def hand_over_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The hand-overs that a viewer may read."""
    rows = hand_overs(viewer).filter(pk__in=subjects.numbers(keys))
    return {
        str(one.pk): Named(gettext("hand-over of %(day)s") % {"day": one.on.isoformat()}, f"/desk/hand-overs/{one.pk}/")
        for one in rows
    }


def facility_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The port facilities that a viewer may read, with their pages for who works there."""
    rows = Facility.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", "name")
    desk = viewer.holds(Permission.READ_PROGRAMME)
    return {str(pk): Named(f"“{name}”", f"/desk/facilities/{pk}/" if desk else "") for pk, name in rows}


def import_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The files of port facilities, for who may read such in."""
    if not viewer.may(Permission.IMPORT_REGISTER):
        return {}
    rows = imports(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", "file_name")
    return {str(pk): Named(f"“{name}”", f"/desk/facilities/import/{pk}/") for pk, name in rows}


def proposal_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The proposals that a viewer may read."""
    rows = proposals(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", flat=True)
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    return {str(pk): Named(gettext("a change of a facility"), f"/{face}/facilities/proposals/{pk}/") for pk in rows}


def identity_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The decisions of identity that a viewer may read, for who keeps the register; their texts stay on their pages."""
    if not viewer.holds(Permission.KEEP_REGISTER):
        return {}
    rows = identities(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", flat=True)
    page = "/desk/facilities/reconciliation/decisions/{}/"
    return {str(pk): Named(gettext("a name in another source"), page.format(pk)) for pk in rows}


subjects.register("registry.facility", _("Port facility"), facility_names)
subjects.register("registry.facilityimport", _("File of port facilities"), import_names)
subjects.register("registry.facilityproposal", _("Proposal about a port facility"), proposal_names)
subjects.register("registry.identity", _("Decision of identity"), identity_names)
subjects.register("registry.country", _("Country"), country_names)
subjects.register("registry.handover", _("Hand-over"), hand_over_names)
subjects.register("registry.organisation", _("Organisation"), organisation_names)
