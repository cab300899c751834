"""Reading one visit for a page, as far as somebody may; opening a restricted one is recorded."""

from django.http import HttpRequest

from roadstead.common.access.guards import viewer_of
from roadstead.registry.views.reading import one_of
from roadstead.visits.models import OtherVisit, Visit
from roadstead.visits.queries.rows import others_readable, others_shared, readable, shared_with, with_names


def one(request: HttpRequest, pk: int) -> Visit:
    """A visit. Raises Http404 where it may not be read."""
    rows = with_names(readable(viewer_of(request))).select_related("marked_by")
    return one_of(request, rows, pk)


def other(request: HttpRequest, pk: int) -> OtherVisit:
    """A visit of others. Raises Http404 where it may not be read."""
    rows = others_readable(viewer_of(request)).select_related("country", "marked_by", "told_by")
    return one_of(request, rows, pk)


def shared_one(request: HttpRequest, pk: int) -> Visit:
    """A visit that was shared with one's State. Raises Http404 for any other."""
    return one_of(request, with_names(shared_with(viewer_of(request))), pk)


def shared_other(request: HttpRequest, pk: int) -> OtherVisit:
    """A visit of others that was shared with one's State. Raises Http404 for any other."""
    return one_of(request, others_shared(viewer_of(request)).select_related("country", "told_by"), pk)
