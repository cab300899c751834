"""Information at the officers' desk: the list, and one record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement import queries
from roadstead.engagement.presenters import desk, lists, tables
from roadstead.engagement.views import crumbs
from roadstead.engagement.views.reading import one

LINKS = ("states", "countries")


@needs(Permission.READ_PROGRAMME)
@require_safe
def information_list(request: HttpRequest) -> HttpResponse:
    """What the programme knows and shares, as far as this person may read it."""
    viewer = viewer_of(request)
    context = lists.context(request, queries.readable(viewer), links=LINKS)
    context |= {
        "may_write": viewer.may(Permission.WRITE_INFORMATION),
        "exports": "engagement:desk_information_export",
        "crumbs": crumbs.desk(viewer),
    }
    return render(request, "engagement/desk/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def information_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    rows = queries.readable(viewer_of(request))
    return tables.answer(request, rows, form, links=LINKS, page="/desk/information/")


@needs(Permission.READ_PROGRAMME)
@require_safe
def information(request: HttpRequest, pk: int) -> HttpResponse:
    """One record, with its mark and what one may do with it."""
    viewer, record = viewer_of(request), one(request, pk)
    context = desk.detail(record, viewer) | {"crumbs": crumbs.below_desk(viewer)}
    return render(request, "engagement/desk/detail.html", context)
