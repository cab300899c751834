"""The closure room for a State or facility: its own road map, and one shortfall."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.assessments.presenters import closure as presenter
from roadstead.assessments.presenters import closure_files as files
from roadstead.assessments.queries.closures import rooms
from roadstead.assessments.views.closure_reading import PARTNER, room_at
from roadstead.assessments.views.reading import partner
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

HOSTS = (Permission.READ_SHARED, Permission.READ_OWN_FACILITY)


@needs(*HOSTS)
@require_safe
def room(request: HttpRequest) -> HttpResponse:
    """What remains of what was shared with one’s State, by facility, and what closes it."""
    viewer = viewer_of(request)
    context = presenter.road_map(presenter.lines(rooms(viewer), viewer))
    context |= {"crumbs": partner(), "partner": True, "country": None, "criteria": None}
    return render(request, "assessments/closure/road_map.html", context)


@needs(*HOSTS)
@require_safe
def room_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    viewer = viewer_of(request)
    return files.road_map_file(presenter.lines(rooms(viewer), viewer), form, "closure")


@needs(*HOSTS)
@require_safe
def shortfall(request: HttpRequest, pk: int) -> HttpResponse:
    """One shortfall: what closes it, the plan, the evidence, replies and disputes."""
    found = room_at(request, pk)
    context = presenter.room(found, viewer_of(request)) | {"crumbs": partner((_("Closure room"), PARTNER))}
    return render(request, "assessments/closure/shortfall.html", context)
