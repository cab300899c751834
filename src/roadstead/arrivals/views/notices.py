"""Notices in, on pages: what came in, a file sent in, its receipt. For a watch and for a company's own ships."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.arrivals.actions.taking import take_in
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.forms.notices import ACCEPT, NoticesForm
from roadstead.arrivals.models import Sending
from roadstead.arrivals.presenters import receipts as presenter
from roadstead.arrivals.queries.senders import speaks_for
from roadstead.common.access.guards import viewer_of
from roadstead.wire.incoming.reading import template


@dataclass(frozen=True, slots=True)
class Face:
    """Where the pages stand. name: of the addresses; arrival: the address of one, "" where there is none here."""

    name: str
    label: str | Promise
    home: str
    arrival: str = ""


WATCH = Face("watch_notices", gettext_lazy("Watch"), "/watch/", "watch:arrival")
SHIPS = Face("ships_notices", gettext_lazy("Ships"), "/ships/")


def listed(request: HttpRequest, face: Face) -> HttpResponse:
    """What came in, the latest first."""
    told = presenter.listed(request, viewer_of(request))
    return render(request, "arrivals/notices/list.html", told | _about(face))


def exported(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return presenter.exported(request, viewer_of(request), form)


def sent(request: HttpRequest, face: Face) -> HttpResponse:
    """A form to send a file, and what follows from sending it: its receipt."""
    viewer, posted = viewer_of(request), request.method == "POST"
    data = (request.POST, request.FILES) if posted else (None, None)
    form = NoticesForm(*data, companies=speaks_for(viewer))
    if posted and form.is_valid():
        upload = form.cleaned_data["file"]
        upload.seek(0)
        body, company = upload.read(), form.company_said
        sending = take_in(body=body, name=upload.given, origin=Origin.PAGE, by=viewer, company=company)
        _say(request, sending)
        return HttpResponseRedirect(reverse(f"{face.name}:receipt", args=[sending.uid]))
    context = {"form": form, "accept": ACCEPT} | _about(face, (_("Notices"), reverse(f"{face.name}:list")))
    return render(request, "arrivals/notices/new.html", context, status=422 if posted else 200)


def receipt(request: HttpRequest, face: Face, uid: UUID) -> HttpResponse:
    """What became of each notice of a file."""
    viewer = viewer_of(request)
    told = presenter.shown(_readable(request, uid), viewer)
    return render(
        request,
        "arrivals/notices/receipt.html",
        told | _about(face, (_("Notices"), reverse(f"{face.name}:list"))),
    )


def receipt_json(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The same for programs, all of it."""
    found = _readable(request, uid)
    headers = {"Content-Disposition": f'attachment; filename="receipt-{found.uid}.json"'}
    return JsonResponse(presenter.as_data(found, viewer_of(request)), headers=headers)


def table() -> HttpResponse:
    """The table of calls to be filled, as CSV."""
    headers = {"Content-Disposition": 'attachment; filename="notices.csv"'}
    return HttpResponse("\ufeff" + template(), content_type="text/csv; charset=utf-8", headers=headers)


def _readable(request: HttpRequest, uid: UUID) -> Sending:
    rows = Sending.objects.visible_to(viewer_of(request)).select_related("sent_by")
    return get_object_or_404(rows, uid=uid)


def _about(face: Face, *above: tuple[str, str]) -> dict[str, object]:
    return {"face": face, "crumbs": [(str(face.label), face.home), *above]}


def _say(request: HttpRequest, sending: Sending) -> None:
    rejected = sum(one["outcome"] == "rejected" for one in sending.told)
    if rejected:
        said = ngettext("%(count)s notice could not be taken in.", "%(count)s notices could not be taken in.", rejected)
        messages.warning(request, said % {"count": rejected})
    else:
        messages.success(request, _("Everything was taken in. This is the receipt."))
