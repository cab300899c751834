"""The queue of the watch: the page, the part that renews itself, the file."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.arrivals.presenters import queue as presenter
from roadstead.arrivals.queries.queue import marked
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.USE_WATCH)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What wants somebody."""
    told = presenter.context(request, viewer_of(request))
    return render(request, "arrivals/queue/page.html", told | {"crumbs": [(_("Watch"), "/watch/")]})


@needs(Permission.USE_WATCH)
@require_safe
def rows(request: HttpRequest) -> HttpResponse:
    """Its rows, or nothing where they are as the asking page has them."""
    viewer = viewer_of(request)
    asked = presenter.read(request.GET, viewer)
    mark = marked(viewer, asked)
    if request.GET.get("seen") == mark[0]:
        return HttpResponse(status=204)
    plain = request.GET.copy()
    plain.pop("seen", None)
    request.GET = cast(Any, plain)  # the addresses of further pages are made from it
    return render(request, "arrivals/queue/rows.html", presenter.rows(request, viewer, asked, mark))


@needs(Permission.USE_WATCH)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return presenter.answer(request, viewer_of(request), form, reverse("watch:arrivals"))
