"""Instruments of assessment, open to everyone: they read the rule book in memory, and ask the database for nothing."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from roadstead.assessments.presenters import instruments as presenter
from roadstead.common.access.guards import open_to_all
from roadstead.rulebook import instruments
from roadstead.rulebook.instruments import Version

Page = Callable[..., HttpResponse]


def page(view: Page) -> Page:
    """A page that only reads: it may be kept for a minute, and is not sent again while it is the same."""
    return require_safe(cache_control(public=True, max_age=60)(conditional_page(view)))


@open_to_all
@page
def instrument_list(request: HttpRequest) -> HttpResponse:
    """Every instrument in force."""
    return render(request, "assessments/instruments/list.html", {"lines": presenter.lines(), "crumbs": _crumbs()})


@open_to_all
@page
def instrument(request: HttpRequest, code: str) -> HttpResponse:
    """One instrument; `?version=` a day for an older one."""
    context = presenter.detail(_version(request, code)) | {"crumbs": _crumbs(_list())}
    return render(request, "assessments/instruments/instrument.html", context)


@open_to_all
@page
def crosswalk(request: HttpRequest) -> HttpResponse:
    """What each element of the Code bears on: criteria of the statute, published headings."""
    context = presenter.crosswalk() | {"crumbs": _crumbs(_list())}
    return render(request, "assessments/instruments/crosswalk.html", context)


@open_to_all
@page
def instruments_json(request: HttpRequest) -> HttpResponse:
    """Every version of every instrument, and the crosswalk, for programs."""
    return JsonResponse(presenter.document(), json_dumps_params={"ensure_ascii": False})


@open_to_all
@page
def instrument_json(request: HttpRequest, code: str) -> HttpResponse:
    """One version of one instrument, for programs."""
    said = presenter.version_document(_version(request, code))
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


def _version(request: HttpRequest, code: str) -> Version:
    """The version that is asked for, or the one in force. Raises Http404."""
    found, name = instruments.shipped(), request.GET.get("version", "")
    version = found.version(code, name) if name or code not in found.versions else found.latest(code)
    if version is None:
        raise Http404(_("There is no such instrument, or no such version of it."))
    return version


def _list() -> tuple[str, str]:
    return _("Instruments"), reverse("assessments:instruments")


def _crumbs(*below: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Home"), "/"), *below]
