"""The checker's pages and documents. Every address is a whole voyage; nothing is stored."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.advisories import queries
from roadstead.arrivals.checker import (
    bridge,
    drafts,
    editing,
    formview,
    moments,
    paste,
    pdf,
    presenter,
    report,
    terminals,
)
from roadstead.common import clock
from roadstead.common.access.guards import open_to_all
from roadstead.common.throttle import Throttle
from roadstead.core.country import is_country
from roadstead.wire.decision import write_decision

# A page of paper costs some hundred times a decision.
pdfs = Throttle(
    "documents", lambda: max(1, int(settings.DECISIONS_PER_MINUTE) // 10) if settings.DECISIONS_PER_MINUTE else 0
)


@open_to_all
@csrf_exempt  # a table is read and shown again: nothing is changed for anyone, and no cookie is needed
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, or the verdict of the voyage in the address with the form behind it."""
    if len(request.META.get("QUERY_STRING", "")) > drafts.LONGEST_QUERY:
        return _too_long(request)
    given = request.POST if request.method == "POST" else request.GET
    if "example" in given:
        return _redirect(editing.example(clock.today()))
    draft = drafts.read(given.dict())
    if given.get("table", "").strip():
        return _pasted(request, draft, given["table"])
    if given.get("do"):
        return _redirect(editing.apply(draft, given["do"]))
    if draft.blank or draft.editing:
        return _form(request, draft)
    return _judged(request, draft)


def _page(request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
    parts = {"result": None, "report": None, "table": "", "too_long": 0, "blank": False}
    return render(request, "arrivals/checker/page.html", parts | context, status=status)


def _redirect(draft: drafts.Draft) -> HttpResponse:
    query = drafts.query(draft)
    return HttpResponseRedirect(f"{reverse('checker:check')}{'?' if query else ''}{query}")


def _too_long(request: HttpRequest) -> HttpResponse:
    form = formview.form(drafts.Draft(), queries.snapshot(clock.today()))
    return _page(request, status=414, form=form, too_long=drafts.LONGEST_QUERY, blank=True)


def _form(request: HttpRequest, draft: drafts.Draft) -> HttpResponse:
    """The form to fill in; nothing is called wrong before it is sent."""
    reading = None if draft.blank else bridge.read(draft)
    form = formview.form(draft, queries.snapshot(clock.today()), reading, show_problems=False)
    return _page(request, form=form, blank=draft.blank)


def _pasted(request: HttpRequest, draft: drafts.Draft, table: str) -> HttpResponse:
    """The form with the table's rows in it, the report, and the table as it was pasted."""
    merged = report.merge(draft, table)
    reading = bridge.read(merged.draft)
    context: dict[str, Any] = {
        "form": formview.form(merged.draft, queries.snapshot(clock.today()), reading, in_rows_only=True),
        "report": report.report(merged, reading),
        "before": drafts.hidden_fields(draft),
        "table": table[: paste.MOST_CHARACTERS],
    }
    return _page(request, **context)


def _judged(request: HttpRequest, draft: drafts.Draft) -> HttpResponse:
    reading = bridge.read(draft)
    if reading.notice is None:
        form = formview.form(draft, queries.snapshot(clock.today()), reading)
        return _page(request, form=form)
    short = drafts.query(reading.tidy)
    if short != drafts.query(draft) or not all(request.GET.values()) or "n" in request.GET:
        return _redirect(reading.tidy)
    decision = queries.judge(reading.known_at).decide(reading.notice)
    snapshot = queries.snapshot(reading.known_at)
    context = {
        "form": formview.form(draft, snapshot, reading),
        "reading": reading,
        "query": _pinned(reading),
        "fixed_address": _address(request, reading),
        **presenter.plain(presenter.result(reading, decision, snapshot)),
    }
    return _page(request, **context)


def _pinned(reading: bridge.Reading) -> str:
    """The address of this very answer: with the day whose knowledge it rests on."""
    return drafts.query(replace(reading.tidy, known_at=reading.known_at.isoformat()))


def _address(request: HttpRequest, reading: bridge.Reading) -> str:
    return request.build_absolute_uri(f"{reverse('checker:check')}?{_pinned(reading)}")


@open_to_all
@require_safe
def decision_json(request: HttpRequest) -> HttpResponse:
    """The decision as the judge gives it, `roadstead/decision/1`."""
    reading = _read(request)
    if reading is None or reading.notice is None:
        return _refused(reading)
    body = write_decision(queries.judge(reading.known_at).decide(reading.notice))
    return HttpResponse(body, content_type="application/json")


@open_to_all
@require_safe
def notice_json(request: HttpRequest) -> HttpResponse:
    """The voyage as `roadstead/notice/1`, ready to be sent to the API."""
    reading = _read(request)
    if reading is None or reading.notice is None:
        return _refused(reading)
    return JsonResponse(reading.document, json_dumps_params={"indent": 2, "ensure_ascii": False})


def _read(request: HttpRequest) -> bridge.Reading | None:
    if len(request.META.get("QUERY_STRING", "")) > drafts.LONGEST_QUERY:
        return None
    return bridge.read(drafts.read(request.GET.dict()))


def _refused(reading: bridge.Reading | None) -> HttpResponse:
    if reading is None:
        return JsonResponse({"problems": [{"field": "address", "message": "This address is too long."}]}, status=414)
    problems = [{"field": problem.name, "message": problem.message} for problem in reading.problems]
    return JsonResponse({"problems": problems}, status=422)


@open_to_all
@pdfs
@require_safe
def decision_pdf(request: HttpRequest) -> HttpResponse:
    """The decision on paper: `paper=letter` for US Letter, A4 otherwise."""
    reading = _read(request)
    if reading is None or reading.notice is None:
        return _refused(reading)
    decision = queries.judge(reading.known_at).decide(reading.notice)
    result = presenter.result(reading, decision, queries.snapshot(reading.known_at))
    body = pdf.make(reading, result, _address(request, reading), request.GET.get("paper", "a4"))
    name = f"roadstead-{decision.outcome.replace('_', '-')}-{decision.digest.removeprefix('sha256:')[:12]}.pdf"
    return HttpResponse(
        body, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


@open_to_all
@require_safe
def known_terminals(request: HttpRequest) -> HttpResponse:
    """`?country=NG&eta=2026-05-31`: the facilities that advisories name there, to be offered while one types."""
    typed = moments.read(request.GET.get("eta", "")[: drafts.LONGEST_VALUE])
    country = request.GET.get("country", "").upper()
    found = (
        terminals.known(queries.snapshot(clock.today()), country, typed.day or clock.today())
        if is_country(country)
        else ()
    )
    return JsonResponse({"results": [{"value": entry.value, "note": entry.note} for entry in found]})
