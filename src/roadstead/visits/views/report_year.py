"""The annual summary of the programme, and of one country."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.presenters import report_year
from roadstead.visits.views import crumbs


@needs(Permission.READ_PROGRAMME)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """A year in numbers; `?country=` narrows it to one."""
    viewer = viewer_of(request)
    context = report_year.context(request.GET, viewer) | {"crumbs": crumbs.below_desk(viewer)}
    return render(request, "visits/report/year.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return report_year.answer(request.GET, form, viewer_of(request))
