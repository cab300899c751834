"""The closure room at the desk: countries with shortfalls that remain, the road map of one, one shortfall."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.assessments.presenters import closure as presenter
from roadstead.assessments.presenters import closure_files as files
from roadstead.assessments.presenters.country_file import remaining
from roadstead.assessments.queries.closures import rooms
from roadstead.assessments.views.closure_reading import DESK, room_at
from roadstead.assessments.views.reading import desk
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.core.country import is_country
from roadstead.registry import queries as registry

ROWS_A_PAGE, LONGEST_SEARCH = 25, 100


@needs(Permission.READ_PROGRAMME)
@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    """Every country with which a shortfall was shared: what remains, and what waits for whom."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    rows, headings = files.by_country(viewer_of(request), request.GET.get("sort", ""), text)
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "asked": text, "headings": headings, "crumbs": desk()}
    return render(request, "assessments/closure/countries.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def countries_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return files.countries_file(viewer_of(request), form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    """The road map of one country: what remains, by facility, and with what evidence it closes."""
    found, viewer = _country(code), viewer_of(request)
    lines = presenter.lines(rooms(viewer, found.code), viewer)
    context = presenter.road_map(lines) | {
        "country": found,
        "criteria": remaining(found.code, viewer),
        "partner": False,
        "crumbs": desk((_("Closure room"), DESK)),
    }
    return render(request, "assessments/closure/road_map.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_export(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """The same as a file."""
    found, viewer = _country(code), viewer_of(request)
    name = f"closure-{found.code.lower()}"
    return files.road_map_file(presenter.lines(rooms(viewer, found.code), viewer), form, name)


@needs(Permission.READ_PROGRAMME)
@require_safe
def shortfall(request: HttpRequest, pk: int) -> HttpResponse:
    """One shortfall with its room."""
    found = room_at(request, pk)
    seen = found.observation
    above = desk((_("Closure room"), DESK), (seen.country.name, f"{DESK}{seen.country_id}/"))
    context = presenter.room(found, viewer_of(request)) | {"crumbs": above}
    return render(request, "assessments/closure/shortfall.html", context)


def _country(code: str) -> Any:
    found = registry.country(code) if is_country(code) else None
    if found is None:
        raise Http404(_("There is no such country."))
    return found
