"""Arranging what a delegation needs: steps, interpreters, costs, and who comes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.hosting.actions import arranging
from roadstead.hosting.actions.naming_delegates import drop_delegate, name_delegate
from roadstead.hosting.enums import CostState, StepKind, StepState
from roadstead.hosting.errors import HostingError
from roadstead.hosting.forms import programme as forms
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.queries.arrangements import interpreter_of, step_of
from roadstead.hosting.queries.requests import delegates_of
from roadstead.hosting.views.acting import FORM, Crumbs, Page, acted, sent, stepped
from roadstead.hosting.views.reading import DESK, above, nothing, request_of

HOST = Permission.HOST_VISITS


@needs(HOST)
@FORM
def new_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Write something that is to be done."""
    viewer, held = viewer_of(request), request_of(request, pk)
    form = forms.StepForm(sent(request))
    page = Page(_("A step to be taken"), _("Save"), f"{DESK}{pk}/#steps", above(held))

    def perform(said: Any) -> None:
        step = arranging.StepSaid(StepKind(said["kind"]), said["owner"], said["due_on"], said["what"])
        arranging.add_step(request=held, uid=said["uid"], said=step, by=viewer)

    return acted(request, form, page, perform)


@needs(HOST)
@FORM
def end_step(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say what became of a step."""
    viewer, held = viewer_of(request), request_of(request, pk)
    step = step_of(held, number)
    if step is None:
        raise nothing()
    form = forms.StepEndForm(sent(request), initial={"state": step.state, "note": step.note})
    page = Page(step.get_kind_display().capitalize(), _("Save"), f"{DESK}{pk}/#steps", above(held), step.what)
    return acted(
        request,
        form,
        page,
        lambda said: arranging.end_step(
            request=held, step=number, state=StepState(said["state"]), note=said["note"], by=viewer
        ),
    )


@needs(HOST)
@FORM
def interpreter(request: HttpRequest, pk: int, number: int = 0) -> HttpResponse:
    """Write down interpreting, or change what was written."""
    viewer, held = viewer_of(request), request_of(request, pk)
    row = interpreter_of(held, number) if number else None
    if number and row is None:
        raise nothing()
    begins = {name: getattr(row, name) for name in ("uid", "language", "provider", "settled")} if row else None
    form = forms.InterpreterForm(sent(request), initial=begins)
    page = Page(_("Interpreter"), _("Save"), f"{DESK}{pk}/#steps", above(held))
    return acted(request, form, page, lambda said: arranging.add_interpreter(request=held, **said, by=viewer))


@needs(HOST)
@FORM
def cost(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what something costs, and who pays."""
    viewer, held = viewer_of(request), request_of(request, pk)
    form = forms.CostForm(sent(request))
    page = Page(_("A cost"), _("Save"), f"{DESK}{pk}/#costs", above(held))
    return acted(
        request,
        form,
        page,
        lambda said: arranging.add_cost(request=held, **(said | {"state": CostState(said["state"])}), by=viewer),
    )


@needs(HOST)
@FORM
def delegation(request: HttpRequest, pk: int) -> HttpResponse:
    """Who comes; somebody is put on the list."""
    held = request_of(request, pk)
    return delegation_page(request, held, f"{DESK}{pk}/", above(held))


@needs(HOST)
@require_POST
def drop(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take somebody off the list."""
    return dropped(request, request_of(request, pk), number, f"{DESK}{pk}/delegation/")


def delegation_page(request: HttpRequest, held: HostingRequest, back: str, crumbs: Crumbs) -> HttpResponse:
    """The list, for either side."""
    viewer, form = viewer_of(request), forms.DelegateForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            name_delegate(request=held, **form.cleaned_data, by=viewer)
        except HostingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return redirect(f"{back}delegation/")
    people = delegates_of(held, viewer)
    context = {"held": held, "people": people, "form": form, "back": back, "crumbs": crumbs, "most": held.size}
    return render(request, "hosting/delegation.html", context, status=422 if form.is_bound else 200)


def dropped(request: HttpRequest, held: HostingRequest, number: int, to: str) -> HttpResponse:
    """Somebody taken off the list, by either side."""
    viewer = viewer_of(request)
    return stepped(
        request, lambda: drop_delegate(request=held, delegate=number, by=viewer), _("Taken off the list."), to
    )
