"""Promises of an interaction, and the questions that it left."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.commitment_days import move_commitment
from roadstead.engagement.actions.commitments import drop_commitment, keep_commitment, make_commitment
from roadstead.engagement.actions.interaction_shape import InteractionError
from roadstead.engagement.actions.referrals import answer_referral, refer_question
from roadstead.engagement.forms.promises import (
    AnswerForm,
    DueForm,
    KeptForm,
    PromiseForm,
    QuestionForm,
    WhyForm,
    new_uid,
)
from roadstead.engagement.models import Commitment, Referral
from roadstead.engagement.queries.promises import commitment_of, moves_of, referral_of
from roadstead.engagement.views.interactions_reading import done, one, page, tell
from roadstead.engagement.views.people_reading import FORM

PROMISES, QUESTIONS = "#promises", "#questions"


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a promise."""
    viewer, record = viewer_of(request), one(request, pk)
    form = PromiseForm(**_sent(request), viewer=viewer, interaction=record)

    def act() -> None:
        uid, said = form.cleaned_data["uid"], form.promise
        make_commitment(interaction=record, uid=uid, promise=said, by=viewer)

    if _did(form, act):
        return done(request, record, _("The promise was written."), PROMISES)
    return page(request, "promise", record, form)


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def keep(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say when a promise was kept."""
    record = one(request, pk)
    row, form = _promise(record, number), KeptForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        keep_commitment(commitment=row, on=form.cleaned_data["on"], by=viewer_of(request))

    if _did(form, act):
        return done(request, record, _("The promise was kept."), PROMISES)
    return page(request, "keep", record, form, row=row)


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def move(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say on which other day a promise is due, and why; the day before is kept."""
    record = one(request, pk)
    row = _promise(record, number)
    form = DueForm(initial={"revision": row.revision, "due_on": row.due_on})
    if request.method == "POST":
        form = DueForm(request.POST)

    def act() -> None:
        said = form.cleaned_data
        due, why, seen = said["due_on"], said["why"], said["revision"]
        move_commitment(commitment=row, due_on=due, why=why, seen=seen, by=viewer_of(request))

    if _did(form, act):
        return done(request, record, _("The day was moved."), PROMISES)
    return page(request, "move", record, form, row=row, moves=moves_of([row]).get(row.pk, []))


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def drop(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say why a promise will not be kept."""
    record = one(request, pk)
    row, form = _promise(record, number), WhyForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        drop_commitment(commitment=row, why=form.cleaned_data["why"], by=viewer_of(request))

    if _did(form, act):
        return done(request, record, _("The promise was dropped."), PROMISES)
    return page(request, "drop", record, form, row=row)


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Pass a question on."""
    viewer, record = viewer_of(request), one(request, pk)
    form = QuestionForm(**_sent(request), viewer=viewer, interaction=record)

    def act() -> None:
        uid, said = form.cleaned_data["uid"], form.asked
        refer_question(interaction=record, uid=uid, asked=said, by=viewer)

    if _did(form, act):
        return done(request, record, _("The question was passed on."), QUESTIONS)
    return page(request, "question", record, form)


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Answer a question."""
    record = one(request, pk)
    row = referral_of(record, number)
    if row is None:
        raise Http404(_("There is no such question."))
    asked: Referral = row
    form = AnswerForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        answer_referral(referral=asked, answer=form.cleaned_data["answer"], by=viewer_of(request))

    if _did(form, act):
        return done(request, record, _("The question was answered."), QUESTIONS)
    return page(request, "answer", record, form, row=asked)


def _did(form: Form, act: Callable[[], None]) -> bool:
    """Whether the form was sent and what it asks was done; where not, the form says why."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        act()
    except InteractionError as error:
        tell(error, form)
        return False
    return True


def _sent(request: HttpRequest) -> dict[str, Any]:
    return {"data": request.POST} if request.method == "POST" else {"initial": new_uid()}


def _promise(record: Any, number: int) -> Commitment:
    row = commitment_of(record, number)
    if row is None:
        raise Http404(_("There is no such promise."))
    return row
