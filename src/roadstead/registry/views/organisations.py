"""Organisations at the officers' desk: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Organisation
from roadstead.registry.presenters import organisation, organisations
from roadstead.registry.queries import organisations as queries
from roadstead.registry.views import crumbs
from roadstead.registry.views.reading import one_of

PAGE = "/desk/organisations/"


@needs(Permission.READ_PROGRAMME)
@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """The organisations that this person may read."""
    viewer = viewer_of(request)
    context = organisations.context(request, queries.organisations(viewer))
    context |= {"may_write": viewer.holds(Permission.KEEP_REGISTER), "crumbs": crumbs.desk(viewer)}
    return render(request, "registry/organisations/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def organisation_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return organisations.answer(request, queries.organisations(viewer_of(request)), form, PAGE)


@needs(Permission.READ_PROGRAMME)
@require_safe
def organisation_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation, with its mark and what one may do with it."""
    viewer = viewer_of(request)
    context = organisation.detail(one(request, pk), viewer) | {"crumbs": below(viewer)}
    return render(request, "registry/organisations/detail.html", context)


def one(request: HttpRequest, pk: int) -> Organisation:
    """An organisation that whoever asks may read. Raises Http404."""
    return one_of(request, queries.with_names(queries.organisations(viewer_of(request))), pk)


def below(viewer: Viewer, record: Organisation | None = None) -> crumbs.Crumbs:
    """Above a page below the list, or below one of it."""
    above = [(_("Organisations"), reverse("registry:desk_organisations"))]
    if record is not None:
        above.append((record.name, reverse("registry:desk_organisation", args=[record.pk])))
    return crumbs.desk(viewer, *above)
