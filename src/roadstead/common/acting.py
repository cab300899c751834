"""A page with one form that does one thing to a record: shown, taken, refused beside its field, or found stale."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.common.refusing import OvertakenError, RefusedError

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


def acted(
    request: HttpRequest,
    form: Form,
    page: Page,
    perform: Callable[[Any], object],
    goes: Callable[[Any], str] | None = None,
    *,
    template: str,
    refused: type[RefusedError],
) -> HttpResponse:
    """The page; or, once the form was sent and taken, the way on with a word. `perform` takes what was typed.

    goes: the way on from what was made, `page.back` by default; refused: what `perform` raises, told on the page.
    """
    status, stale = 200, ""
    if request.method == "POST" and form.is_valid():
        try:
            made = perform(form.cleaned_data)
        except refused as error:
            status, stale = _told(request, form, error)
        else:
            messages.success(request, _("It was saved."))
            return HttpResponseRedirect(goes(made) if goes else page.back)
    if form.is_bound and form.errors:
        status = 422
    context = {"form": form, "page": page, "crumbs": page.crumbs, "stale": stale}
    return render(request, template, context, status=status)


def _told(request: HttpRequest, form: Form, error: RefusedError) -> tuple[int, str]:
    """The status, and what is said above the form. One that came too late holds what was typed, to be sent again."""
    if isinstance(error, OvertakenError):
        again = request.POST.copy()
        if "revision" in form.fields:
            again["revision"] = str(error.current.revision)
        form.data = again
        return 409, str(error)
    form.add_error(error.field if error.field in form.fields else None, str(error))
    return 200, ""
