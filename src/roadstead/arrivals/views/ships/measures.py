"""Logs of measures: the list, a new one, one on a phone, the report."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from roadstead.arrivals.actions.measuring import begin_log
from roadstead.arrivals.actions.reporting import report_measures
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.forms.ships import LogForm
from roadstead.arrivals.models import MeasuresLog
from roadstead.arrivals.presenters.ships import lists
from roadstead.arrivals.presenters.ships import log as presenter
from roadstead.arrivals.presenters.ships.receipt import on_paper, shown
from roadstead.arrivals.queries import fleets
from roadstead.arrivals.queries.measures import logs, receipt_of
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

READS = (Permission.READ_OWN_ARRIVALS, Permission.USE_WATCH)


def above(request: HttpRequest) -> list[tuple[str, str]]:
    """The way to the lists of who asks."""
    own = viewer_of(request).holds(Permission.REPORT_MEASURES)
    if own and not viewer_of(request).holds(Permission.READ_PROGRAMME):
        return [(_("Ships"), "/ships/"), (_("Measures"), reverse("ships:measures"))]
    return [(_("Watch"), "/watch/"), (_("Measures"), reverse("ships:measures"))]


@needs(*READS)
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """The logs."""
    context = lists.context(request, viewer_of(request)) | {"crumbs": above(request)[:1]}
    context["may_begin"] = bool(fleets.companies(viewer_of(request)))
    return render(request, "arrivals/ships/measures.html", context)


@needs(*READS)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.answer(request, viewer_of(request), form)


@needs(Permission.REPORT_MEASURES)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Begin the log of a call."""
    viewer = viewer_of(request)
    own = fleets.companies(viewer)
    held = {str(one.pk): one for one in fleets.ships(viewer).filter(company__in=own)}
    ships = [(key, f"{one} (IMO {one.imo})") for key, one in held.items()]
    form = LogForm(ships, request.POST or None, initial={"uid": uuid4(), "ship": request.GET.get("ship", "")})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        port = said["port"]
        try:
            made = begin_log(uid=said["uid"], ship=held[said["ship"]], country=port[:2], port=port, by=viewer)
        except ArrivalError as error:
            form.add_error(error.field or None, str(error))
        else:
            return redirect("ships:log", made.pk)
    context = {"form": form, "ships": ships, "crumbs": above(request)}
    return render(request, "arrivals/ships/begin.html", context, status=422 if form.is_bound else 200)


@needs(*READS)
@require_safe
def log(request: HttpRequest, pk: int) -> HttpResponse:
    """One log: what is written comes from the page's script."""
    viewer = viewer_of(request)
    context = presenter.context(log_of(request, pk), viewer) | {"crumbs": above(request)}
    return render(request, "arrivals/ships/log.html", context)


@needs(Permission.REPORT_MEASURES)
@require_POST
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Report to the Captain of the Port."""
    held = log_of(request, pk)
    try:
        done = report_measures(log=held, by=viewer_of(request))
    except ArrivalError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("ships:log", args=[pk]))
    if done.receipt is None:
        told = _("It was reported. The receipt could not be signed; tell the watch, and ask for it again here.")
        messages.warning(request, told)
        return HttpResponseRedirect(reverse("ships:log", args=[pk]))
    messages.success(request, _("It was reported, and here is the receipt."))
    return HttpResponseRedirect(reverse("ships:receipt", args=[done.receipt.uid]))


@needs(*READS)
@require_safe
def receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A receipt, as a page."""
    found = receipt_of(uid, viewer_of(request))
    if found is None:
        raise Http404(_("There is no such receipt."))
    return render(request, "arrivals/ships/receipt.html", shown(found) | {"crumbs": above(request)})


@needs(*READS)
@require_safe
def receipt_file(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A receipt, as the file that proves itself."""
    found = receipt_of(uid, viewer_of(request))
    if found is None:
        raise Http404(_("There is no such receipt."))
    headers = {"Content-Disposition": f'attachment; filename="receipt-{found.uid}.json"'}
    return HttpResponse(found.document.encode(), content_type="application/json", headers=headers)


@needs(*READS)
@require_safe
def receipt_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A receipt on paper, as PDF."""
    found = receipt_of(uid, viewer_of(request))
    if found is None:
        raise Http404(_("There is no such receipt."))
    headers = {"Content-Disposition": f'inline; filename="receipt-{found.uid}.pdf"'}
    return HttpResponse(on_paper(found), content_type="application/pdf", headers=headers)


def log_of(request: HttpRequest, pk: int) -> MeasuresLog:
    """A log that may be read. Raises Http404."""
    found: MeasuresLog = get_object_or_404(logs(viewer_of(request)), pk=pk)
    return found
