"""The planner's page. Its address is the whole plan; nothing is stored."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.advisories import queries
from roadstead.arrivals.checker import bridge, drafts, editing, formview
from roadstead.arrivals.planner import figures, presenter
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.core.planner import plan
from roadstead.rulebook import rest_hours

CANDIDATE = 1  # the row of the call that is considered


@open_to_all
@require_safe
def planner(request: HttpRequest) -> HttpResponse:
    """The form, or the plan in the address with the form behind it."""
    if len(request.META.get("QUERY_STRING", "")) > drafts.LONGEST_QUERY:
        return _page(request, drafts.Draft(), figures.read({}), status=414, too_long=drafts.LONGEST_QUERY)
    given = request.GET.dict()
    typed = figures.read(given)
    if "example" in given:
        return _redirect(*_example(clock.today()))
    draft = drafts.read(given)
    if given.get("do"):
        return _redirect(editing.apply(draft, given["do"]), typed)
    if draft.blank or draft.editing:
        reading = None if draft.blank else bridge.read(draft)
        return _page(request, draft, typed, reading, quiet=True)
    return _planned(request, draft, typed)


def _planned(request: HttpRequest, draft: drafts.Draft, typed: figures.Figures) -> HttpResponse:
    reading = bridge.read(draft)
    if reading.notice is None or CANDIDATE not in reading.rows or typed.problems:
        return _page(request, draft, typed, reading)
    if _query(reading.tidy, typed) != _query(draft, typed) or not all(request.GET.values()) or "n" in request.GET:
        return _redirect(reading.tidy, typed)
    made = plan(
        queries.judge(reading.known_at), *bridge.without(reading.notice, reading.rows.index(CANDIDATE)), typed.rates
    )
    result = presenter.shown(made, typed.rates, typed.currency.value, rest_hours.in_force())
    address = request.build_absolute_uri(f"{reverse('planner:planner')}?{_query(reading.tidy, typed)}")
    more: dict[str, Any] = {"place": reading.places[CANDIDATE], "address": address}
    return _page(request, draft, typed, reading, result=result, checked=drafts.query(reading.tidy), **more)


def _page(
    request: HttpRequest,
    draft: drafts.Draft,
    typed: figures.Figures,
    reading: bridge.Reading | None = None,
    *,
    quiet: bool = False,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """quiet: nothing is called wrong before it is sent."""
    form = formview.form(draft, queries.snapshot(clock.today()), reading, show_problems=not quiet)
    problems: list[Any] = [] if quiet or reading is None else [*form.problems, *typed.problems]
    if reading is not None and not quiet and draft.rows[0].blank and not any(p.name == "p1" for p in problems):
        problems.insert(0, bridge.FieldProblem("p1", _("Name the port that you consider.")))
    parts = {"result": None, "too_long": 0, "blank": draft.blank, "kept": _kept(draft), "limits": rest_hours.in_force()}
    context = {"form": form, "figures": typed, "problems": problems, "reading": reading} | parts | context
    return render(request, "arrivals/planner/page.html", context, status=status)


def _kept(draft: drafts.Draft) -> list[tuple[str, str]]:
    """What an address from the checker brings, and this form does not ask for."""
    return [
        (name, value)
        for name, value in drafts.hidden_fields(draft)
        if name in ("ship", "imo", "flag", "type", "com", "k")
    ]


def _query(draft: drafts.Draft, typed: figures.Figures) -> str:
    return drafts.query(draft, **typed.given)


def _redirect(draft: drafts.Draft, typed: figures.Figures) -> HttpResponse:
    query = _query(draft, typed)
    return HttpResponseRedirect(f"{reverse('planner:planner')}{'?' if query else ''}{query}")


def _example(today: date) -> tuple[drafts.Draft, figures.Figures]:
    """An invented plan for a first look, with one rate left out."""
    days = [(today + timedelta(days=after)).isoformat() for after in (40, 20, 22, 30, 31)]
    rows = (
        drafts.Row(port="NGAPP", arrived=days[1], departed=days[2]),
        drafts.Row(port="ESALG", arrived=days[3], departed=days[4], purpose="bunkers"),
    )
    draft = drafts.Draft(to="USHOU", eta=days[0], ship="Example (invented)", commercial="y", rows=rows)
    said = {"posts_there": "2", "hours_there": "48", "guard_hour_there": "15", "fee_there": "600", "delay_hours": "8"}
    said |= {"posts_us": "2", "hours_us": "36", "guard_hour_us": "85", "fee_us": "500", "currency": "USD"}
    return draft, figures.read(said)
