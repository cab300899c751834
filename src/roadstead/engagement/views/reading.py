"""What the pages of one record have in common."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark
from roadstead.engagement import queries
from roadstead.engagement.actions.reading import note_reading
from roadstead.engagement.models import Information


def one(request: HttpRequest, pk: int, *, way: str = "page") -> Information:
    """A record that whoever asks may read; reading a restricted one is recorded.

    Raises Http404 for what may not be read, by the same query as for what does not exist.
    """
    viewer = viewer_of(request)
    information: Information = get_object_or_404(queries.with_names(queries.readable(viewer)), pk=pk)
    if request.method == "GET" and information.mark == Mark.RESTRICTED:
        note_reading(information=information, way=way, by=viewer)
    return information
