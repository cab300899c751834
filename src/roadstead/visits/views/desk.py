"""Visits at the officers' desk: the list, one visit, and it as a calendar entry."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.presenters import calendars, lists, workspace
from roadstead.visits.queries.rows import legs_of, readable
from roadstead.visits.views import crumbs
from roadstead.visits.views.reading import one


@needs(Permission.READ_PROGRAMME)
@require_safe
def visit_list(request: HttpRequest) -> HttpResponse:
    """Every visit that this person may read."""
    viewer = viewer_of(request)
    context = lists.context(request, readable(viewer))
    context |= {"may_plan": viewer.holds(Permission.PLAN_VISITS), "crumbs": crumbs.desk(viewer)}
    return render(request, "visits/desk/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def visit_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.answer(request, readable(viewer_of(request)), form, reverse("visits:list"))


@needs(Permission.READ_PROGRAMME)
@require_safe
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """One visit: how it stands, and what comes next."""
    viewer, record = viewer_of(request), one(request, pk)
    context = workspace.context(record, viewer) | {"crumbs": crumbs.below_desk(viewer)}
    return render(request, "visits/desk/workspace.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def visit_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """One visit as a calendar entry."""
    viewer, record = viewer_of(request), one(request, pk)
    page = request.build_absolute_uri(reverse("visits:workspace", args=[record.pk]))
    return calendars.calendar(record, list(legs_of(record, viewer)), page)
