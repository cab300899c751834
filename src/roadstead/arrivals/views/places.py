"""Saying which port a place of a notice is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.arrivals.actions.settling_places import settle_place
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.queries.arrivals import readable
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.ACT_ON_ARRIVALS)
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle one place: by a port that was offered, or by another UN/LOCODE; back to the page with a word."""
    viewer = viewer_of(request)
    arrival = get_object_or_404(readable(viewer), pk=pk)
    said = request.POST.get("other", "").strip() or request.POST.get("port", "").strip()
    try:
        if not said:
            raise ArrivalError(_("Choose a port, or write its UN/LOCODE."))
        done = settle_place(arrival=arrival, path=request.POST.get("path", "")[:20], port=said[:12], by=viewer)
    except ArrivalError as error:
        messages.error(request, str(error))
    else:
        words = _("It was settled, and the notice judged anew: %(outcome)s.")
        messages.success(request, words % {"outcome": done.get_outcome_display()})
    return HttpResponseRedirect(f"{reverse('watch:arrival', args=[pk])}#not-read")
