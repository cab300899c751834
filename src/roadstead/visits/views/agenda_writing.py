"""Items proposed, changed and taken off. Where somebody was faster, both texts are shown and nothing typed is lost."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from roadstead.common.access.permission import Permission
from roadstead.visits.actions.agenda_items import change_item, propose_item, withdraw_item
from roadstead.visits.actions.agenda_parties import AgendaError, StaleItemError
from roadstead.visits.forms.agenda import ItemForm, as_it_stands, blank
from roadstead.visits.presenters.agenda import agreement
from roadstead.visits.presenters.agenda_items import item_shown
from roadstead.visits.presenters.agenda_versions import differing
from roadstead.visits.queries import agenda as queries
from roadstead.visits.views.agenda_sitting import Sitting
from roadstead.visits.views.agenda_speaking import context, refused, spoken


def new(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Propose an item. The same form sent twice proposes once."""
    _must_act(sitting)
    if request.method != "POST":
        return _form(request, sitting, ItemForm(initial=blank(sitting.agenda)))
    form = ItemForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        uid = said["uid"] or blank(sitting.agenda)["uid"]
        try:
            propose_item(visit=sitting.visit, uid=uid, text=form.text, reopen=said["reopen"], **sitting.by)
        except AgendaError as error:
            _tell(form, error)
        else:
            messages.success(request, sitting.say("done_proposed"))
            return redirect(sitting.base)
    return _form(request, sitting, form)


def change(request: HttpRequest, sitting: Sitting, item: int) -> HttpResponse:
    """Change an item, or counter it; what either side accepted of it is void then."""
    _must_act(sitting)
    row = next((one for one in queries.items_of(sitting.agenda) if one.pk == item), None)
    if row is None and request.method != "POST":
        raise Http404
    if row is not None and request.method != "POST":
        return _form(request, sitting, ItemForm(initial=as_it_stands(row)), row)
    form = ItemForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        asked = {"item": item, "revision": said["revision"] or 0, "text": form.text, "reopen": said["reopen"]}
        try:
            change_item(visit=sitting.visit, **asked, **sitting.by)
        except StaleItemError as error:
            return _stale(request, sitting, form, error)
        except AgendaError as error:
            _tell(form, error)
            if row is None:
                return _gone(request, sitting, form)
        else:
            messages.success(request, sitting.say("done_changed"))
            return redirect(sitting.base)
    return _form(request, sitting, form, row)


def withdraw(request: HttpRequest, sitting: Sitting, item: int) -> HttpResponse:
    """Take an item off the agenda. Where somebody was faster, the page shows how it stands, and keeps the why."""
    _must_act(sitting)
    revision = request.POST.get("revision", "")
    said: dict[str, Any] = {"item": item, "revision": int(revision) if revision.isdecimal() else 0}
    said |= {"why": request.POST.get("why", ""), "reopen": request.POST.get("reopen") == "on"}
    try:
        withdraw_item(visit=sitting.visit, **said, **sitting.by)
    except AgendaError as error:
        return _not_taken_off(request, sitting, item, error)
    else:
        messages.success(request, sitting.say("done_off"))
    return redirect(sitting.base)


def _must_act(sitting: Sitting) -> None:
    if not sitting.side:
        raise PermissionDenied(Permission.AGREE_AGENDA.meaning)


def _not_taken_off(request: HttpRequest, sitting: Sitting, item: int, error: AgendaError) -> HttpResponse:
    row = next((one for one in queries.items_of(sitting.agenda) if one.pk == item), None)
    messages.error(request, refused(error, sitting))
    if row is None:
        return redirect(sitting.base)
    status = 409 if isinstance(error, StaleItemError) else 422
    form = ItemForm(initial=as_it_stands(row))
    return _form(request, sitting, form, row, status=status, why=request.POST.get("why", ""))


def _stale(request: HttpRequest, sitting: Sitting, form: ItemForm, error: StaleItemError) -> HttpResponse:
    """The page once more: what was typed, below what the other wrote; sending it again is a decision."""
    again = request.POST.copy()
    again["revision"] = str(error.current.revision)
    form.data = again
    theirs = item_shown(error.current, 0, {}, sitting.side, None, sitting.words)
    more = {
        "theirs": theirs,
        "theirs_block": sitting.words[error.current.block],
        "differs": differing(error.current, form.text.columns(), sitting.words),
        "stale": refused(error, sitting),
    }
    return _form(request, sitting, form, error.current, status=409, **more)


def _gone(request: HttpRequest, sitting: Sitting, form: ItemForm) -> HttpResponse:
    """What was typed into an item that was taken off meanwhile, as a new one: under a name of its own."""
    again = request.POST.copy()
    again["uid"], again["revision"] = str(uuid4()), ""
    form.data = again
    return _form(request, sitting, form, gone=True, status=409)


def _form(
    request: HttpRequest, sitting: Sitting, form: ItemForm, row: Any = None, *, status: int = 0, **more: Any
) -> HttpResponse:
    answer = status or (422 if form.is_bound and form.errors else 200)
    shown: dict[str, Any] = {"form": spoken(form, sitting), "row": row, "theirs": None, "gone": False, "why": ""}
    shown |= context(sitting) | agreement(sitting.agenda) | more
    return render(request, "visits/agenda/item.html", shown, status=answer)


def _tell(form: ItemForm, error: AgendaError) -> None:
    form.add_error(error.field if error.field in form.fields else None, str(error))
