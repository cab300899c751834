"""Logging an interaction in seconds, and completing it later."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.bringing_in import Landed, bring_in
from roadstead.engagement.actions.interaction_shape import InteractionError, StaleInteractionError
from roadstead.engagement.actions.interaction_states import complete_interaction
from roadstead.engagement.actions.interactions import change_interaction, write_interaction
from roadstead.engagement.brought.draft import LARGEST, BroughtError
from roadstead.engagement.forms.interactions import InteractionForm, as_it_stands, blank
from roadstead.engagement.forms.promises import BringForm
from roadstead.engagement.models import Interaction
from roadstead.engagement.presenters.interactions import interaction_lines
from roadstead.engagement.views.interactions_reading import done, one, page, tell
from roadstead.engagement.views.people_reading import FORM


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """The short form; `?country=` and `?person=` are filled in."""
    viewer = viewer_of(request)
    if request.method != "POST":
        form = InteractionForm(initial=blank(*_given(request)), viewer=viewer, short=True)
        return page(request, "new", None, form)
    form = InteractionForm(request.POST, viewer=viewer, short=True)
    if "more" in request.POST:
        return _again(request, "new", form)
    if form.is_valid() and (uid := form.cleaned_data["uid"]):
        try:
            made = write_interaction(uid=uid, said=form.said, by=viewer)
        except InteractionError as error:
            tell(error, form)
        else:
            return _saved(request, made)
    return page(request, "new", None, form)


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """All of it; where somebody else was faster, both are shown and nothing is lost."""
    viewer, record = viewer_of(request), one(request, pk)
    if request.method != "POST":
        return page(request, "form", record, InteractionForm(initial=as_it_stands(record), viewer=viewer))
    form = InteractionForm(request.POST, viewer=viewer)
    if "more" in request.POST:
        return _again(request, "form", form, record)
    if form.is_valid():
        revision = form.cleaned_data["revision"] or 0
        try:
            changed = change_interaction(interaction=record, revision=revision, said=form.said, by=viewer)
        except StaleInteractionError as error:
            return _stale(request, form, error)
        except InteractionError as error:
            tell(error, form)
        else:
            return _saved(request, changed)
    return page(request, "form", record, form)


@needs(Permission.KEEP_ENGAGEMENT)
@require_POST
def complete(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a draft is complete."""
    return _saved(request, one(request, pk), complete=True)


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def bring(request: HttpRequest) -> HttpResponse:
    """An invitation or a message becomes a draft."""
    form = BringForm(request.POST, request.FILES) if request.method == "POST" else BringForm()
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            landed = bring_in(file_name=upload.given, content=upload.read(LARGEST + 1), by=viewer_of(request))
        except (BroughtError, InteractionError) as error:
            form.add_error("file", str(error))
        else:
            return _landed(request, landed)
    return page(request, "bring", None, form)


def _landed(request: HttpRequest, landed: Landed) -> HttpResponse:
    """To the draft, with a word on what became of the file, and of each that was not kept."""
    words = _("It is a draft now. Complete it.")
    if landed.updated:
        words = _("The invitation is newer than what was here. See what it changed.")
    elif landed.met:
        words = _("It was brought in before: here it is.")
    for line in landed.left:
        messages.warning(request, line)
    return done(request, landed.interaction, words)


def _saved(request: HttpRequest, record: Interaction, complete: bool = False) -> HttpResponse:
    """To the interaction; completed first, where that was asked for and nothing is missing."""
    if not complete and "complete" not in request.POST:
        return done(request, record, _("It was saved."))
    try:
        complete_interaction(interaction=record, by=viewer_of(request))
    except InteractionError as error:
        messages.warning(request, _("It is still a draft. %(why)s") % {"why": error})
        return HttpResponseRedirect(reverse("engagement:interaction_change", args=[record.pk]))
    return done(request, record, _("It is complete."))


def _again(request: HttpRequest, template: str, form: Any, record: Interaction | None = None) -> HttpResponse:
    """The form once more as it was typed, with whom the words find; nothing is checked yet."""
    form._errors = {}
    return page(request, template, record, form, found=True, status=200)


def _stale(request: HttpRequest, form: InteractionForm, error: StaleInteractionError) -> HttpResponse:
    """The page once more: what was typed, beside what the other wrote; sending it again is a decision."""
    data = request.POST.copy()
    data["revision"] = str(error.current.revision)
    form.data = data
    theirs = interaction_lines([error.current], viewer_of(request))[0]
    return page(request, "form", error.current, form, stale=str(error), theirs=theirs, status=409)


def _given(request: HttpRequest) -> tuple[list[str], list[int]]:
    country, person = request.GET.get("country", "").upper().replace("\0", "")[:2], request.GET.get("person", "")
    number = person.isascii() and person.isdigit() and len(person) < 16
    return [country] if country else [], [int(person)] if number else []
