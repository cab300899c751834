"""Letters at the watch: the archive, those about one arrival, and a new one."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.arrivals.actions.letters import begin_letter
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.forms.letters import BeginForm
from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.models import Arrival, Decision
from roadstead.arrivals.presenters import letters as presenter
from roadstead.arrivals.queries.arrivals import own_zones, readable
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.zones import zone_names

Crumbs = list[tuple[str, str]]


def above(arrival: Arrival, *more: tuple[str, str]) -> Crumbs:
    """Where a page of letters stands."""
    page = reverse("watch:arrival", args=[arrival.pk])
    return [(_("Watch"), "/watch/"), (_("Arrivals"), reverse("watch:arrivals")), (str(arrival), page), *more]


def zones_for(arrival: Arrival, viewer: Viewer) -> list[str]:
    """The zones to choose from, where the port lies in none that is known; else none."""
    if arrival.zone_id:
        return []
    own = own_zones(viewer)
    return [one for one in zone_names() if own is None or one in own]


@needs(Permission.USE_WATCH)
@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """All letters."""
    told = presenter.context(request, viewer_of(request)) | {"crumbs": [(_("Watch"), "/watch/")]}
    return render(request, "arrivals/letters/archive.html", told)


@needs(Permission.USE_WATCH)
@require_safe
def archive_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return presenter.answer(request, viewer_of(request), form, reverse("watch:arrivals"))


@needs(Permission.USE_WATCH)
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest, pk: int) -> HttpResponse:
    """The letters about one arrival, and a new one."""
    viewer = viewer_of(request)
    arrival = get_object_or_404(readable(viewer), pk=pk)
    decided = Decision.objects.filter(arrival=arrival).stated().select_related("decided_by").first()
    initial = {"uid": uuid4(), "kind": presenter.first_kind(decided)}
    form, status = BeginForm(request.POST or None, zones=zones_for(arrival, viewer), initial=initial), 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = begin_letter(
                uid=given["uid"], arrival=arrival, kind=LetterKind(given["kind"]), zone=given.get("zone", ""), by=viewer
            )
        except ArrivalError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("It was drafted. Read it, change it, and sign it."))
            return HttpResponseRedirect(reverse("watch:letter", args=[arrival.pk, made.pk]))
    if form.is_bound:
        status = 422
    told = {
        "arrival": arrival,
        "decided": decided,
        "lines": presenter.of_arrival(arrival, viewer),
        "form": form,
        "may_write": presenter.may_write(arrival, viewer),
        "crumbs": above(arrival),
    }
    return render(request, "arrivals/letters/list.html", told, status=status)
