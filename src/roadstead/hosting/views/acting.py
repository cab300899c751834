"""A page with one form that does one thing: shown, taken, refused beside its field, or found stale."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.hosting.errors import HostingError, StaleError
from roadstead.visits.observed_shape import ObservedError

FORM = require_http_methods(["GET", "HEAD", "POST"])
TEMPLATE = "hosting/act.html"
Crumbs = list[tuple[str, str]]


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


def sent(request: HttpRequest) -> Any:
    """What was sent, or None."""
    return request.POST if request.method == "POST" else None


def acted(request: HttpRequest, form: Form, page: Page, perform: Callable[[Any], object]) -> HttpResponse:
    """The page; or, once the form was sent and taken, the way back with a word. `perform` takes what was typed.

    It may return an address, which then is where one goes.
    """
    status, stale = 200, ""
    if request.method == "POST" and form.is_valid():
        try:
            done = perform(form.cleaned_data)
        except StaleError:
            stale, status = _("Somebody changed it after you opened this page. Nothing of yours was saved yet."), 409
        except (HostingError, ObservedError) as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("It was saved."))
            return HttpResponseRedirect(done if isinstance(done, str) else page.back)
    if form.is_bound and form.errors:
        status = 422
    context = {"form": form, "page": page, "crumbs": page.crumbs, "stale": stale, **(page.more or {})}
    return render(request, page.template, context, status=status)


def stepped(request: HttpRequest, perform: Callable[[], object], said: str, to: str) -> HttpResponse:
    """One step and back, with a word: that it was done, or why it was not."""
    try:
        perform()
    except HostingError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, said)
    return HttpResponseRedirect(to)


def desk(*below: tuple[str, str]) -> Crumbs:
    return [(_("Desk"), "/desk/"), *below]


def partner(*below: tuple[str, str]) -> Crumbs:
    return [(_("Partners"), "/partner/"), *below]
