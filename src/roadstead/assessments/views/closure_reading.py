"""What the pages of the closure room have in common."""

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from roadstead.assessments.queries.closures import Room, room_of, shortfall_of
from roadstead.common.access.guards import viewer_of

DESK, ONE, PARTNER = "/desk/closure/", "/desk/closure/shortfalls/", "/partner/closure/"


def room_at(request: HttpRequest, pk: int) -> Room:
    """The room of a shortfall that whoever asks may read. Raises Http404."""
    found = shortfall_of(pk, viewer_of(request))
    if found is None:
        raise Http404(_("There is no such shortfall."))
    return room_of(found, viewer_of(request))
