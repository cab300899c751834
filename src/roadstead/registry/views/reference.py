"""Pages of the registry: suggestions while a port is typed, and what reference data is loaded. Open to anyone."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import open_to_all
from roadstead.common.throttle import Throttle
from roadstead.registry import queries
from roadstead.registry.presenters import reference as presenters

SUGGESTIONS = 10
FOUND = 25
ROWS_A_PAGE = 50
AN_HOUR = 3600
A_MINUTE = 300  # suggestions that one client may ask for; a quick typist asks for five a second

throttled = Throttle("ports", lambda: A_MINUTE)


@open_to_all
@require_safe
@throttled
@cache_control(public=True, max_age=AN_HOUR)
def port_suggestions(request: HttpRequest) -> HttpResponse:
    """`?q=` a code or name, `&country=` two letters to stay within: at most ten ports as JSON, best first."""
    found = queries.find_ports(request.GET.get("q", ""), country=request.GET.get("country") or None, limit=SUGGESTIONS)
    zones = queries.zones_of_ports(match.code for match in found)
    return JsonResponse({"results": [presenters.suggestion(match, zones.get(match.code)) for match in found]})


@open_to_all
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Search for a port; what is loaded, from where, and what was not taken over and why."""
    text = request.GET.get("q", "")
    found = queries.find_ports(text, limit=FOUND)
    last = queries.last_load()
    context: dict[str, Any] = {
        "text": text,
        "found": presenters.found_rows(found, queries.zones_of_ports(match.code for match in found)),
        "last": last,
    }
    if last is not None:
        rows = presenters.refused_rows(last.report)
        context |= {
            "counts": presenters.count_rows(last.report),
            "sources": last.report.sources,
            "dropped": presenters.dropped_rows(last.report),
            "page": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
        }
    return render(request, "registry/reference.html", context)
