"""The log, its exports, and the history of any record."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.audit import documents, presenters, queries, subjects
from roadstead.audit.actions.exporting import note_export
from roadstead.audit.forms import LogForm
from roadstead.audit.paging import Page, page
from roadstead.common import clock
from roadstead.common.access.guards import needs, signed_in, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

CSV, JSON_LINES = "CSV", "JSON Lines"


@needs(Permission.READ_LOG)
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Everything that was done, the latest first, as narrowly as it is asked for."""
    viewer = viewer_of(request)
    form = LogForm(request.GET, viewer)
    shown = _page(request, queries.log(viewer, form.asked())) if form.is_valid() else Page([], None, None)
    narrowed = any(request.GET.get(name) for name in form.fields)
    context = {
        "form": form,
        "page": shown,
        "lines": presenters.lines(shown.events, viewer),
        "narrowed": narrowed,
        "query": _query(request),
        "crumbs": [(_("Desk"), "/desk/")],
    }
    return render(request, "audit/log.html", context)


@needs(Permission.READ_LOG)
@require_safe
def log_csv(request: HttpRequest) -> HttpResponseBase:
    """What is asked for, as a table. Recorded."""
    viewer = viewer_of(request)
    form = LogForm(request.GET, viewer)
    if not form.is_valid():
        return _refused(request)
    last, _digest = queries.head()
    lines = documents.csv_rows(queries.log(viewer, form.asked()), last, viewer)
    return _exported(request, viewer, CSV, (1, last, form.in_words()), lines)


@needs(Permission.READ_LOG)
@require_safe
def log_json_lines(request: HttpRequest) -> HttpResponseBase:
    """The whole chain of the days asked for, for `roadstead audit verify`. Recorded."""
    viewer = viewer_of(request)
    days = {name: request.GET.get(name, "") for name in ("since", "until")}
    form = LogForm(days, viewer)
    if not form.is_valid():
        return _refused(request)
    head, asked = queries.head(), form.asked()
    first, last = queries.span(asked)
    lines = documents.json_lines(viewer, asked, first, min(last, head[0]), head)
    return _exported(request, viewer, JSON_LINES, (first, last, form.in_words()), lines)


@signed_in
@require_safe
def history(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Everything that was done to one record, for who may read it. Of what one may not read nothing is said."""
    viewer = viewer_of(request)
    rows = queries.history_of(kind, key, viewer)
    shown = _page(request, rows)
    named = subjects.named([(kind, key)], viewer)[kind, key]
    context = {
        "page": shown,
        "lines": presenters.lines(shown.events, viewer),
        "named": named,
        "word": subjects.word(kind),
        "query": _query(request),
        "crumbs": [(named.label, named.url)] if named.url else [],
    }
    return render(request, "audit/history.html", context)


def _page(request: HttpRequest, rows: Any) -> Page:
    return page(rows, before=request.GET.get("before", ""), after=request.GET.get("after", ""))


def _query(request: HttpRequest) -> str:
    """What was asked, without the place in the list, for the addresses of other pages and of exports."""
    query = request.GET.copy()
    for name in ("before", "after"):
        query.pop(name, None)
    return query.urlencode()


def _exported(
    request: HttpRequest, viewer: Viewer, form: str, what: tuple[int, int, str], lines: Iterator[str]
) -> HttpResponseBase:
    """The file, once it is recorded who took it; asking for its headers alone takes nothing."""
    kind, ending = {CSV: ("text/csv", "csv"), JSON_LINES: ("application/jsonl", "jsonl")}[form]
    name = f"roadstead-log-{clock.today()}.{ending}"
    headers = {"Content-Type": f"{kind}; charset=utf-8", "Content-Disposition": f'attachment; filename="{name}"'}
    if request.method == "HEAD":
        return HttpResponse(headers=headers)
    first, last, asked = what
    note_export(form=form, first=first, last=last, asked=asked, by=viewer)
    return StreamingHttpResponse(lines, headers=headers)


def _refused(request: HttpRequest) -> HttpResponse:
    """To the page that says what is wrong with what was asked."""
    return HttpResponseRedirect(f"{reverse('audit:log')}?{request.GET.urlencode()}")
