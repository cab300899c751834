"""A page with one form that does one thing: shown, taken, refused beside its field, or found stale."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.registry.reach import MarkError
from roadstead.visits.actions.agenda_parties import AgendaError
from roadstead.visits.actions.shape import StaleVisitError, VisitError

FORM = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says: its heading, what the form does, the button; `back` where one goes with or without it.

    warns: the button is one to think twice about. marks: the form says who may see something.
    """

    heading: str
    button: str
    done: str
    back: str
    crumbs: list[tuple[str, str]]
    explain: str = ""
    warns: bool = False
    marks: bool = False


def acted(
    request: HttpRequest,
    form: Form,
    page: Page,
    perform: Callable[[Any], object],
    *,
    beside: str = "",
    more: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The page; or, once the form was sent and taken, the way back with a word. `perform` takes what was typed.

    beside: a template that stands above the form, with what `more` gives it.
    """
    status = 200
    stale = ""
    if request.method == "POST" and form.is_valid():
        try:
            perform(form.cleaned_data)
        except StaleVisitError as error:
            again = request.POST.copy()
            again["revision"] = str(error.current.revision)
            form.data, stale, status = again, str(error), 409
        except (VisitError, AgendaError, MarkError) as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, page.done or _("It was saved."))
            return HttpResponseRedirect(page.back)
    if form.is_bound and form.errors:
        status = 422
    context = {"form": form, "page": page, "crumbs": page.crumbs, "stale": stale, "beside": beside}
    return render(request, "visits/act.html", context | dict(more or {}), status=status)
