"""Accepting items, agreeing the whole, and saying that one has seen what changed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from roadstead.common.access.permission import Permission
from roadstead.visits.actions.agenda_accepting import accept_items, agree_agenda
from roadstead.visits.actions.agenda_parties import AgendaError
from roadstead.visits.actions.agenda_uses import see_changes
from roadstead.visits.forms.agenda_parties import AgreeForm
from roadstead.visits.views.agenda_pages import show
from roadstead.visits.views.agenda_sitting import Sitting
from roadstead.visits.views.agenda_speaking import refused, spoken


def accept(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Accept the items that were ticked, or one: each as “number:revision”."""
    if not sitting.side:
        raise PermissionDenied(Permission.AGREE_AGENDA.meaning)
    try:
        new = accept_items(visit=sitting.visit, items=_items(request.POST.getlist("item")), **sitting.by)
    except AgendaError as error:
        messages.error(request, refused(error, sitting))
    else:
        said = sitting.say("done_accepted", number=new) if new else sitting.say("done_before")
        messages.success(request, said)
    return redirect(sitting.base)


def agree(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Agree the whole, as a named person."""
    if not sitting.side:
        raise PermissionDenied(Permission.AGREE_AGENDA.meaning)
    form = AgreeForm(request.POST)
    if form.is_valid():
        try:
            agree_agenda(visit=sitting.visit, **form.cleaned_data, **sitting.by)
        except AgendaError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, sitting.say("done_agreed"))
            return redirect(sitting.base)
    return show(request, sitting, agree_form=spoken(form, sitting), status=422)


def seen(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """One has seen what changed, up to the version of the page."""
    version = request.POST.get("version", "")
    said: dict[str, Any] = {"version": int(version) if version.isdecimal() and len(version) < 9 else 0}
    see_changes(visit=sitting.visit, **said, **sitting.by)
    return redirect(sitting.base)


def _items(texts: list[str]) -> dict[int, int]:
    """Numbers of items with the revisions that were looked at; what is none is left out."""
    pairs = (text.partition(":") for text in texts)
    return {
        int(number): int(revision)
        for number, _colon, revision in pairs
        if number.isdecimal() and revision.isdecimal() and len(number) < 18 and len(revision) < 9
    }
