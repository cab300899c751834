"""A page with one form that does one thing to a case: shown, taken, refused beside its field, or found stale."""

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

from roadstead.common.access.guards import viewer_of
from roadstead.determinations.actions.shape import CaseError, StaleCaseError
from roadstead.determinations.models import Case
from roadstead.determinations.queries.cases import readable
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
    law: object = None
    warns: bool = False


def one(request: HttpRequest, pk: int) -> Case:
    """A case. Raises Http404 where it may not be read."""
    return one_of(request, readable(viewer_of(request)).select_related("country", "marked_by", "port"), pk)


def above(case: Case | None = None) -> Crumbs:
    """Where a page of cases stands."""
    here = [(_("Desk"), "/desk/"), (_("Cases"), reverse("determinations:list"))]
    return here if case is None else [*here, (case.title, reverse("determinations:case", args=[case.pk]))]


def page_of(case: Case, heading: str, button: str, **more: Any) -> Page:
    """A page about a case."""
    back = reverse("determinations:case", args=[case.pk])
    return Page(heading=heading, button=button, back=back, crumbs=above(case), **more)


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
        except StaleCaseError as error:
            again = request.POST.copy()
            if "revision" in form.fields:
                again["revision"] = str(error.current.revision)
            form.data, stale, status = again, str(error), 409
        except CaseError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("It was saved."))
            return HttpResponseRedirect(goes(made) if goes else page.back)
    if form.is_bound and form.errors:
        status = 422
    context = {"form": form, "page": page, "crumbs": page.crumbs, "stale": stale}
    return render(request, "determinations/act.html", context, status=status)
