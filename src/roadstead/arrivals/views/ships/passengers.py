"""The words for a notice to passengers (46 USC 70110(a)(3)), to be read and printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.arrivals.presenters.ships import passengers as presenter
from roadstead.common.access.guards import open_to_all, viewer_of


@open_to_all
@require_safe
def passengers(request: HttpRequest) -> HttpResponse:
    """The text for the countries asked for, or of an arrival of one's own."""
    context = presenter.context(request, viewer_of(request)) | {"crumbs": [(_("Home"), "/")]}
    return render(request, "arrivals/ships/passengers.html", context)
