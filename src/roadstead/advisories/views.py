"""The pages of the advisory. They read the rule book in memory and ask the database for nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from roadstead.advisories import presenters, queries
from roadstead.advisories.forms import Asked, CompareForm, asked
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.core.country import is_country
from roadstead.core.listed import CountryOn

Page = Callable[..., HttpResponse]
SORTS: dict[str, Callable[[CountryOn], Any]] = {
    "name": lambda entry: entry.name.casefold(),
    "newest": lambda entry: -(entry.since_not_after or date.min).toordinal(),
    "exceptions": lambda entry: -len(entry.exceptions),
}


def page(view: Page) -> Page:
    """A page that only reads: it may be kept for a minute, and is not sent again while it is the same."""
    return require_safe(cache_control(public=True, max_age=60)(conditional_page(view)))


@open_to_all
@page
def in_force(request: HttpRequest) -> HttpResponse:
    """The list on a day: map, table, what follows, what came off."""
    ask = asked(request)
    document = queries.advisory(ask.on, ask.known_at)
    sort = request.GET.get("sort", "name")
    key = SORTS.get(sort, SORTS["name"])
    context = {
        "advisory": document,
        "rows": sorted(document.countries, key=key),
        "sort": sort if sort in SORTS else "name",
        "sorts": presenters.sorts(),
        "unconfirmed_days": presenters.unconfirmed_days(document),
        "map": presenters.map_data(document, ask),
        "places": presenters.places(),
        "wrong_code": "",
        "history": queries.entries(ask.known_at)[:3],
        "first_day": queries.first_day(),
        "last_confirmed": document.last_confirmed_on,
    }
    return _render(request, "advisories/list.html", ask, context)


@open_to_all
@page
def countries(request: HttpRequest) -> HttpResponse:
    """Every country that an advisory ever named; `?code=` leads to any country's page."""
    code = request.GET.get("code", "").strip().upper()
    ask = asked(request)
    if is_country(code):
        return redirect(reverse("advisories:country", args=[code]) + ask.query)
    names = sorted({spell.country for spell in queries.rule_book().listings})
    files = [queries.country_file(name, ask.on, ask.known_at) for name in names]
    known = sorted((file for file in files if file.spells), key=lambda file: file.name.casefold())
    context = {
        "files": known,
        "places": presenters.places(),
        "wrong_code": gettext("Choose a country from the list.") if code else "",
        "last_confirmed": queries.advisory(ask.on, ask.known_at).last_confirmed_on,
    }
    return _render(request, "advisories/countries.html", ask, context)


@open_to_all
@page
def country(request: HttpRequest, code: str) -> HttpResponse:
    """One country: its standing on a day, its history, its exceptions, the documents."""
    if not is_country(code.upper()):
        raise Http404
    if code != code.upper():
        address = reverse("advisories:country", args=[code.upper()])
        return redirect(f"{address}?{request.GET.urlencode()}" if request.GET else address, permanent=True)
    ask = asked(request)
    document = queries.advisory(ask.on, ask.known_at)
    file = queries.country_file(code, ask.on, ask.known_at)
    context = {
        "file": file,
        "advisory": document,
        "unconfirmed_days": presenters.unconfirmed_days(document),
        "moments": presenters.moments(file),
        "exceptions": presenters.exception_groups(file),
        "domestic": code in queries.rule_book().policy.domestic,
        "sanctions": presenters.sanctions(queries.snapshot(ask.known_at), code, ask.on),
        "last_confirmed": document.last_confirmed_on,
    }
    return _render(request, "advisories/country.html", ask, context)


@open_to_all
@page
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition up to a day, as known on a day: the newest first, with what it changed."""
    ask = asked(request)
    entries = queries.entries_until(ask.on, ask.known_at)
    context = {
        "years": presenters.by_year(entries),
        "count": len(entries),
        "observed": sum(entry.edition.kind == "observed" for entry in entries),
        "last_confirmed": queries.advisory(ask.on, ask.known_at).last_confirmed_on,
    }
    return _render(request, "advisories/editions.html", ask, context)


@open_to_all
@page
def edition(request: HttpRequest, edition: str) -> HttpResponse:
    """One edition whole, between its neighbours, as known on a day."""
    ask = asked(request)
    entries = queries.entries(ask.known_at)
    place = next((number for number, entry in enumerate(entries) if entry.edition.id == edition), None)
    if place is None:
        raise Http404
    entry = entries[place]
    context = {
        "entry": entry,
        "newer": entries[place - 1] if place else None,
        "older": entries[place + 1] if place + 1 < len(entries) else None,
        "after": queries.advisory(entry.day, ask.known_at),
        **presenters.edition_words(entry),
        "wording": presenters.wording_of(entry, queries.rule_book()),
        "last_confirmed": queries.advisory(ask.today, ask.known_at).last_confirmed_on,
    }
    return _render(request, "advisories/edition.html", ask, context)


@open_to_all
@page
def compare(request: HttpRequest) -> HttpResponse:
    """The difference of any two editions or days."""
    today = clock.today()
    entries = queries.entries(today)
    given = _compare_defaults(request, entries)
    form = CompareForm(given)
    difference = form.difference(today) if form.is_valid() else None
    context = {
        "form": form,
        "known_at": difference.a.known_at if difference else today,
        "difference": difference,
        **(presenters.difference_parts(difference) if difference else {}),
        "entries": entries,
        "given": given,
        "last_confirmed": queries.advisory(today, today).last_confirmed_on,
    }
    return render(request, "advisories/compare.html", context)


def _compare_defaults(request: HttpRequest, entries: tuple[queries.Entry, ...]) -> dict[str, str]:
    """What was asked; for a bare address the two newest editions."""
    if not request.GET and len(entries) > 1:
        return {"a": entries[1].edition.id, "b": entries[0].edition.id, "known_at": ""}
    return {name: request.GET.get(name, "") for name in ("a", "b", "known_at")}


def _render(request: HttpRequest, template: str, ask: Asked, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, {"ask": ask, **context})
