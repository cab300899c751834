"""Answering one question of the watch by its link, without an account.

The secret is exchanged for a word in the session at once, so that it stands in no address of a page.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.accounts import secrets
from roadstead.arrivals.actions.answering import answer_question, answered_already, refuse_link
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.forms.answering import AnswerForm
from roadstead.arrivals.models import Arrival, Message
from roadstead.arrivals.presenters.offers import in_words, offer
from roadstead.arrivals.queries.questions import answer_to, arrival_of, question_of
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.common.access.viewer import Viewer
from roadstead.common.throttle import Throttle

HELD = "roadstead_questions"  # in the session: the secret of each link that was opened
A_MINUTE = 60  # pages that one client may ask for
throttled = Throttle("answers", lambda: A_MINUTE)


@open_to_all
@require_safe
@throttled
def open_question(request: HttpRequest, secret: str) -> HttpResponse:
    """The link of a message."""
    question = question_of(secrets.digest(secret))
    if question is None:
        said = _("This link is not one of ours, or was not copied whole. Ask the watch for a new one.")
        return _refused(request, said)
    request.session[HELD] = request.session.get(HELD, {}) | {str(question.pk): secret}
    return _kept_by_nobody(redirect("answer_question", question.pk))


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@throttled
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """The question with something to answer it with; afterwards, what was answered."""
    secret = request.session.get(HELD, {}).get(str(number), "")
    question = question_of(secrets.digest(secret)) if secret else None
    if question is None or question.pk != number:
        said = _("Open the link of your message again: this browser does not hold it (any more).")
        return _refused(request, said)
    arrival = arrival_of(question)
    if question.settled_at is not None:
        return _settled(request, arrival, question)
    if question.link_until is None or question.link_until <= clock.now():
        refuse_link(question=question, by=Viewer())
        gone = _("This link was good until %(day)s UTC. Ask the watch for a new one, or telephone.")
        return _refused(request, gone % {"day": f"{question.link_until:%Y-%m-%d %H:%M}"}, 410)
    form = AnswerForm(offer(question, arrival), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told, by = form.cleaned_data, Viewer(name=arrival.agent or question.sent_to)
        try:
            answer_question(question=question, value=told["value"], text=told["text"], by=by, secret=secret)
        except ArrivalError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return _kept_by_nobody(redirect("answer_question", number))
    shown = {"question": question, "arrival": arrival, "form": form, "about": form.offered.about}
    status = 422 if form.is_bound else 200
    return _kept_by_nobody(render(request, "arrivals/answering/page.html", shown, status=status))


def _settled(request: HttpRequest, arrival: Arrival, question: Message) -> HttpResponse:
    """What was answered; a second answer is told so, with what was typed."""
    late = request.method == "POST"
    last = answer_to(question)
    value = in_words(last.field, last.value) if last else ""
    shown: dict[str, Any] = {"question": question, "arrival": arrival, "answer": last, "value": value, "late": late}
    shown |= {"told": answered_already(question), "typed": request.POST.get("text", "") if late else ""}
    return _kept_by_nobody(render(request, "arrivals/answering/answered.html", shown, status=409 if late else 200))


def _refused(request: HttpRequest, reason: str, status: int = 404) -> HttpResponse:
    typed = request.POST.get("text", "")
    shown = {"reason": reason, "typed": typed}
    return _kept_by_nobody(render(request, "arrivals/answering/refused.html", shown, status=status))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "same-origin"  # no-referrer would take the origin from the form, which is asked for
    patch_cache_control(response, private=True, no_store=True)
    return response
