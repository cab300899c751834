"""What the pages of acts share: the arrival, its crumbs, the way back, and a form that is sent once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Arrival
from roadstead.arrivals.presenters.spans import left
from roadstead.arrivals.queries.arrivals import readable
from roadstead.common import clock
from roadstead.common.access.guards import viewer_of

LONGEST_LIST = 500


@dataclass(frozen=True, slots=True)
class Words:
    """What an act is called: its page in `arrivals/acts/`, its heading, its button, what is said once it is done."""

    page: str
    heading: str
    send: str
    said: str


def find(request: HttpRequest, pk: int) -> Arrival:
    """The arrival, for who may read it. Raises Http404."""
    rows = readable(viewer_of(request)).select_related("assigned_to")
    found: Arrival = get_object_or_404(rows, pk=pk)
    return found


def back(request: HttpRequest, arrival: Arrival) -> str:
    """To the list that one came from, as it was asked; else to the arrival."""
    asked = _list(request)
    if asked is None:
        return reverse("watch:arrival", args=[arrival.pk])
    return reverse("watch:queue") + (f"?{asked}" if asked else "")


def act(
    request: HttpRequest,
    arrival: Arrival,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    words: Words,
    **more: Any,
) -> HttpResponse:
    """Show the form, or do what it says. do: raises ArrivalError, which is shown with everything that was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except ArrivalError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, words.said)
            return HttpResponseRedirect(back(request, arrival))
    crumbs = [(_("Watch"), "/watch/"), (_("Queue"), reverse("watch:queue"))]
    shown = {
        "form": form,
        "heading": words.heading,
        "send": words.send,
        "arrival": arrival,
        "left": left(arrival.eta, clock.now()),
        "back": back(request, arrival),
        "list": _list(request),
        "crumbs": [*crumbs, (str(arrival), reverse("watch:arrival", args=[arrival.pk]))],
    }
    return render(request, f"arrivals/acts/{words.page}.html", shown | more, status=422 if form.is_bound else 200)


def _list(request: HttpRequest) -> str | None:
    """How the list was asked; None where one did not come from it."""
    given = request.POST.get("list", request.GET.get("list"))
    if given is None or len(given) > LONGEST_LIST:
        return None
    return QueryDict(given).urlencode()
