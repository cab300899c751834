"""The hand-over of a watch: written from what happened, handed, taken, printed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.arrivals.actions.handing import hand_over, take_over
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.forms.handover import HandOverForm
from roadstead.arrivals.models import HandOver
from roadstead.arrivals.presenters import handover as presenter
from roadstead.arrivals.queries.arrivals import own_zones
from roadstead.arrivals.queries.handover import began
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.zones import zone_names


@needs(Permission.USE_WATCH)
@require_http_methods(["GET", "HEAD", "POST"])
def present(request: HttpRequest) -> HttpResponse:
    """The present watch of a zone, and handing it over."""
    viewer, names = viewer_of(request), zone_names()
    zone = _zone(request, viewer, names)
    form, status = HandOverForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            made = _hand(zone, form, viewer)
        except ArrivalError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("The watch was handed over. The next one takes it on this page."))
            return HttpResponseRedirect(reverse("watch:handed", args=[made.pk]))
    if form.is_bound:
        status = 422
    shown = presenter.context(zone, viewer) if zone else {"zone": "", "before": []}
    shown |= {"form": form, "zones": [(name, name) for name in names], "crumbs": _above()}
    return render(request, "arrivals/handover/present.html", shown, status=status)


@needs(Permission.USE_WATCH)
@require_http_methods(["GET", "HEAD", "POST"])
def handed(request: HttpRequest, pk: int) -> HttpResponse:
    """One that was handed over, as it was; and taking it."""
    viewer = viewer_of(request)
    rows = HandOver.objects.visible_to(viewer).select_related("handed_by", "taken_by")
    found = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        try:
            take_over(handover=found, by=viewer)
        except ArrivalError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("You have the watch."))
        return HttpResponseRedirect(reverse("watch:handed", args=[pk]))
    above = [*_above(), (_("Hand-over"), reverse("watch:handover"))]
    return render(request, "arrivals/handover/handed.html", presenter.kept(found, viewer) | {"crumbs": above})


def _hand(zone: str, form: HandOverForm, viewer: Viewer) -> HandOver:
    if not zone:
        raise PermissionDenied(Permission.ACT_ON_ARRIVALS.meaning)
    since = began(zone, viewer)
    told = [*presenter.lines(zone, since, viewer), *presenter.still_open(zone, viewer)]
    said = form.cleaned_data
    return hand_over(zone=zone, since=since, happened=told, text=said["text"], last=said["last"], by=viewer)


def _zone(request: HttpRequest, viewer: Viewer, names: list[str]) -> str:
    """The zone asked for, else the first of one's own."""
    asked = request.POST.get("zone", request.GET.get("zone", ""))
    if asked in names:
        return asked
    own = own_zones(viewer)
    return next((name for name in names if own is not None and name in own), "")


def _above() -> list[tuple[str, str]]:
    return [(_("Watch"), "/watch/"), (_("Queue"), reverse("watch:queue"))]
