"""A page with one form that does one thing to a draft: shown, taken, refused beside its field, or found stale."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.advisories.drafting.actions.shape import DraftError, StaleDraftError
from roadstead.advisories.drafting.queries import readable
from roadstead.advisories.models import Draft
from roadstead.common.access.guards import viewer_of
from roadstead.registry.views.reading import one_of

FORM = require_http_methods(["GET", "HEAD", "POST"])
Crumbs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says: its heading, what the form does, the button; `back` where one goes with or without it."""

    heading: str
    button: str
    back: str
    crumbs: Crumbs
    explain: str = ""
    warns: bool = False


def one(request: HttpRequest, pk: int) -> Draft:
    """A draft. Raises Http404 where it may not be read."""
    rows = readable(viewer_of(request)).select_related("drafted_by", "changed_by", "published_by")
    return one_of(request, rows, pk)


def above(draft: Draft | None = None) -> Crumbs:
    """Where a page of drafts stands."""
    here = [(_("Desk"), "/desk/"), (_("Editions in draft"), reverse("drafting:list"))]
    return here if draft is None else [*here, (draft.title, reverse("drafting:draft", args=[draft.pk]))]


def page_of(draft: Draft, heading: str, button: str, **more: Any) -> Page:
    """A page about a draft."""
    back = reverse("drafting:draft", args=[draft.pk])
    return Page(heading=heading, button=button, back=back, crumbs=above(draft), **more)


def acted(
    request: HttpRequest,
    form: Form,
    page: Page,
    perform: Callable[[Any], object],
    goes: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """The page; or, once the form was sent and taken, the way on with a word. `perform` takes what was typed."""
    status, stale = 200, ""
    if request.method == "POST" and form.is_valid():
        try:
            made = perform(form.cleaned_data)
        except StaleDraftError as error:
            again = request.POST.copy()
            again["revision"] = str(error.current.revision)
            form.data, stale, status = again, str(error), 409
        except DraftError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("It was saved."))
            return HttpResponseRedirect(goes(made) if goes else page.back)
    if form.is_bound and form.errors:
        status = 422
    context = {"form": form, "page": page, "crumbs": page.crumbs, "stale": stale}
    return render(request, "determinations/act.html", context, status=status)
