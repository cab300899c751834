"""The fleet of a company, and its people; and, at the watch, whose ships wait to be confirmed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from roadstead.arrivals.actions import fleets as actions
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.forms.ships import ShipForm
from roadstead.arrivals.presenters.ships import fleet as presenter
from roadstead.arrivals.queries import fleets
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.REPORT_MEASURES)
@require_http_methods(["GET", "HEAD", "POST"])
def fleet(request: HttpRequest) -> HttpResponse:
    """The ships, one more, and who else works for the company."""
    viewer = viewer_of(request)
    form = ShipForm(fleets.companies(viewer), request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.add_ship(imo=said["imo"], name=said["name"], company=said["company"], by=viewer)
        except ArrivalError as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, _("%(ship)s is in the fleet.") % {"ship": made})
            return redirect("ships:fleet")
    status = 422 if form.is_bound else 200
    return render(request, "arrivals/ships/fleet.html", presenter.context(viewer) | {"form": form}, status=status)


@needs(Permission.REPORT_MEASURES)
@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a ship from the fleet."""
    viewer = viewer_of(request)
    ship = get_object_or_404(fleets.ships(viewer), pk=pk)
    actions.remove_ship(ship=ship, by=viewer)
    messages.success(request, _("%(ship)s is in the fleet no longer. Its logs and receipts stay.") % {"ship": ship})
    return HttpResponseRedirect(presenter.page())


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Ships of which companies say that they are their own: confirm them, or turn them down."""
    viewer = viewer_of(request)
    if request.method == "POST":
        key = request.POST.get("ship", "")
        ship = get_object_or_404(fleets.ships(viewer), pk=int(key) if key.isdecimal() and len(key) < 19 else 0)
        if request.POST.get("do") == "turn_down":
            actions.turn_down(ship=ship, by=viewer)
            messages.success(request, _("%(ship)s was turned down.") % {"ship": ship})
        else:
            _confirm(request, ship)
        return redirect("watch:fleets")
    context = {"waiting": fleets.to_confirm(viewer)[:200], "crumbs": [(_("Watch"), "/watch/")]}
    return render(request, "arrivals/ships/confirm.html", context)


def _confirm(request: HttpRequest, ship: object) -> None:
    try:
        number = actions.confirm_ship(ship=ship, by=viewer_of(request))  # type: ignore[arg-type]
    except ArrivalError as error:
        messages.error(request, str(error))
    else:
        told = _("%(ship)s is confirmed. %(number)s arrivals are shown to its company from now on.")
        messages.success(request, told % {"ship": ship, "number": number})
