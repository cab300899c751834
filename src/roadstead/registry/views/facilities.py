"""Port facilities at the officers' desk: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Facility
from roadstead.registry.presenters import facilities, facility
from roadstead.registry.queries import facilities as queries
from roadstead.registry.queries.facility_proposals import open_proposals
from roadstead.registry.views import crumbs
from roadstead.registry.views.reading import one_of

PAGE = "/desk/facilities/"


@needs(Permission.READ_PROGRAMME)
@require_safe
def facility_list(request: HttpRequest) -> HttpResponse:
    """The facilities that this person may read."""
    viewer = viewer_of(request)
    context = facilities.context(request, queries.facilities(viewer)) | {
        "may_write": viewer.holds(Permission.KEEP_REGISTER),
        "may_import": viewer.may(Permission.IMPORT_REGISTER),
        "waiting": open_proposals(viewer).count(),
        "crumbs": crumbs.desk(viewer),
    }
    return render(request, "registry/facilities/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def facility_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return facilities.answer(request, queries.facilities(viewer_of(request)), form, PAGE)


@needs(Permission.READ_PROGRAMME)
@require_safe
def facility_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One facility: every fact with its source, its mark, and what one may do with it."""
    viewer = viewer_of(request)
    context = facility.detail(one(request, pk), viewer) | {"crumbs": below(viewer)}
    return render(request, "registry/facilities/detail.html", context)


def one(request: HttpRequest, pk: int) -> Facility:
    """A facility that whoever asks may read, one merged into another too. Raises Http404."""
    return one_of(request, queries.with_names(Facility.objects.visible_to(viewer_of(request))), pk)


def below(viewer: Viewer, record: Facility | None = None) -> crumbs.Crumbs:
    """Above a page below the list, or below one of it."""
    above = [(_("Facilities"), reverse("registry:desk_facilities"))]
    if record is not None:
        above.append((record.name, reverse("registry:desk_facility", args=[record.pk])))
    return crumbs.desk(viewer, *above)
