"""Arrivals as their operator sees them: the list, one of them, writing to the watch, answering it, its letters."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.arrivals.actions.answering import answer_question, answered_already
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.actions.writing import write_message
from roadstead.arrivals.forms.acting import MessageForm
from roadstead.arrivals.forms.answering import AnswerForm
from roadstead.arrivals.models import Arrival, Letter
from roadstead.arrivals.presenters import lists
from roadstead.arrivals.presenters.letter import signed_pdf
from roadstead.arrivals.presenters.offers import offer as offered
from roadstead.arrivals.presenters.ships import arrival as presenter
from roadstead.arrivals.queries.arrivals import readable
from roadstead.arrivals.queries.questions import readable_question
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

FORM = ["GET", "HEAD", "POST"]


@needs(Permission.READ_OWN_ARRIVALS)
@require_safe
def arrivals(request: HttpRequest) -> HttpResponse:
    """The arrivals of one's ships."""
    context = lists.context(request, viewer_of(request)) | {"crumbs": [(_("Ships"), "/ships/")]}
    return render(request, "arrivals/ships/arrivals.html", context)


@needs(Permission.READ_OWN_ARRIVALS)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.answer(request, viewer_of(request), form, reverse("ships:arrivals"))


@needs(Permission.READ_OWN_ARRIVALS)
@require_http_methods(FORM)
def arrival(request: HttpRequest, pk: int) -> HttpResponse:
    """One arrival, and a message to the watch."""
    viewer, found = viewer_of(request), _one(request, pk)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            write_message(arrival=found, text=form.cleaned_data["text"], by=viewer)
        except ArrivalError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("The message was kept; the watch sees it in its queue."))
            return HttpResponseRedirect(reverse("ships:arrival", args=[pk]) + "#thread")
    context = presenter.context(found, viewer) | {"form": form}
    return render(request, "arrivals/ships/arrival.html", context, status=422 if form.is_bound else 200)


@needs(Permission.REPORT_MEASURES)
@require_http_methods(FORM)
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Answer a question of the watch; a fact goes into the notice, and the arrival is judged again."""
    viewer, found = viewer_of(request), _one(request, pk)
    question = readable_question(viewer, found, number)
    if question is None:
        raise Http404(_("There is no such question."))
    page = reverse("ships:arrival", args=[pk])
    if question.settled_at is not None and request.method != "POST":
        messages.info(request, answered_already(question))
        return HttpResponseRedirect(page)
    form = AnswerForm(offered(question, found), request.POST or None)
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = form.cleaned_data
        try:
            answer_question(question=question, value=told["value"], text=told["text"], by=viewer)
        except ArrivalError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("The answer was kept."))
            return HttpResponseRedirect(page)
    context = {"form": form, "question": question, "arrival": found, "about": form.offered.about}
    context["crumbs"] = [(_("Ships"), "/ships/"), (str(found), page)]
    return render(request, "arrivals/ships/answer.html", context, status=422 if form.is_bound else 200)


@needs(Permission.READ_OWN_ARRIVALS)
@require_safe
def letter(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """A signed letter as PDF."""
    found = _one(request, pk)
    rows = Letter.objects.visible_to(viewer_of(request)).filter(arrival=found, signed_at__isnull=False)
    return signed_pdf(get_object_or_404(rows, pk=letter))


def _one(request: HttpRequest, pk: int) -> Arrival:
    """An arrival of one's own. Raises Http404."""
    found: Arrival = get_object_or_404(readable(viewer_of(request)), pk=pk)
    return found
