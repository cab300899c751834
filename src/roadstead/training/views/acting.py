"""A page with one form that does one thing: shown, taken, refused beside its field, or found stale."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from roadstead.registry.reach import MarkError
from roadstead.training.errors import StaleError, TrainingError
from roadstead.training.views.reading import Crumbs

TEMPLATE = "training/act.html"


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says: its heading, the button; `back` where one goes with or without it."""

    heading: str
    button: str
    back: str
    crumbs: Crumbs
    explain: str = ""
    warns: bool = False
    more: dict[str, Any] | None = None
    template: str = TEMPLATE


def acted(request: HttpRequest, form: Form, page: Page, perform: Callable[[Any], object]) -> HttpResponse:
    """The page; or, once the form was sent and taken, the way back with a word. `perform` takes what was typed."""
    status, stale = 200, ""
    if request.method == "POST" and form.is_valid():
        try:
            perform(form.cleaned_data)
        except StaleError:
            stale, status = _("Somebody changed it after you opened this page. Nothing of yours was saved yet."), 409
        except (TrainingError, MarkError) as error:
            field = getattr(error, "field", None)
            form.add_error(field if field in form.fields else None, str(error))
        else:
            messages.success(request, _("It was saved."))
            return HttpResponseRedirect(page.back)
    if form.is_bound and form.errors:
        status = 422
    context = {"form": form, "page": page, "crumbs": page.crumbs, "stale": stale, **(page.more or {})}
    return render(request, page.template, context, status=status)
