"""The watch asks the ship's side, writes to it, and notes an answer that it was given on the telephone."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.arrivals.actions.answering import answer_question, answered_already
from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.actions.question_sending import send_question
from roadstead.arrivals.actions.writing import write_message
from roadstead.arrivals.forms.acting import AskForm, MessageForm
from roadstead.arrivals.forms.answering import AnswerForm
from roadstead.arrivals.models import Message
from roadstead.arrivals.presenters.acting import said
from roadstead.arrivals.presenters.offers import offer as offered
from roadstead.arrivals.queries.questions import open_questions, readable_question
from roadstead.arrivals.views.acting import FORM
from roadstead.arrivals.views.acts import Words, act, find
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(FORM)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a fact."""
    arrival, viewer = find(request, pk), viewer_of(request)
    asked = open_questions(arrival)
    texts = {one.path: one.text for one in asked}
    first = {"field": asked[0].path if asked else "", "to": arrival.agent_email}
    form = AskForm(request.POST or None, initial=first)
    offer(form, "field", [*texts.items(), ("", _("something else: written below"))])

    def do(told: dict[str, Any]) -> object:
        text = told["text"].strip() or texts.get(told["field"], "")
        made, secret = ask_ship(arrival=arrival, field=told["field"], text=text, to=told["to"], by=viewer)
        _send(request, made, secret, viewer)
        return made

    shown = {"thread": said(arrival, viewer)}
    words = Words("ask", _("Ask the ship’s side"), _("Ask"), _("The question was kept."))
    return act(request, arrival, form, do, words, **shown)


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(FORM)
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The thread with the ship's side, and a message to it."""
    arrival, viewer = find(request, pk), viewer_of(request)

    def do(told: dict[str, Any]) -> object:
        return write_message(arrival=arrival, text=told["text"], by=viewer)

    form, shown = MessageForm(request.POST or None), {"thread": said(arrival, viewer)}
    words = Words("thread", _("Messages"), _("Write"), _("The message was kept."))
    return act(request, arrival, form, do, words, **shown)


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(FORM)
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """An answer that came by another way than the link."""
    arrival, viewer = find(request, pk), viewer_of(request)
    question = readable_question(viewer, arrival, number)
    if question is None:
        raise Http404(_("There is no such question."))
    if question.settled_at is not None and request.method != "POST":
        messages.info(request, answered_already(question))
        return HttpResponseRedirect(reverse("watch:arrival", args=[arrival.pk]))
    form = AnswerForm(offered(question, arrival), request.POST or None)

    def do(told: dict[str, Any]) -> object:
        return answer_question(question=question, value=told["value"], text=told["text"], by=viewer)

    shown = {"question": question, "about": form.offered.about}
    words = Words("answer", _("Answer given by telephone"), _("Keep the answer"), _("The answer was kept."))
    return act(request, arrival, form, do, words, **shown)


def _send(request: HttpRequest, question: Message, secret: str, viewer: Viewer) -> None:
    """Send the link. Where that fails the question stays, and the watch is told; the worker tries again."""
    if not secret:
        return
    try:
        send_question(question=question, secret=secret, by=viewer)
    except OSError:
        lost = _("No message could be sent to %(to)s. It is tried again by itself; if it presses, telephone.")
        messages.error(request, lost % {"to": question.sent_to})
        return
    messages.success(request, _("A link went to %(to)s.") % {"to": question.sent_to})
