"""The list of logs: what the address asks of it, its page, and the list as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.presenters.lists import LONGEST_SEARCH, ROWS_A_PAGE, WRITERS
from roadstead.arrivals.queries.measures import OPEN, REPORTED, LogsAsked, Rows, find, logs
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.headings import headings, query_of

STATES = [(OPEN, gettext_lazy("not reported yet")), (REPORTED, gettext_lazy("reported"))]
COLUMNS = {
    "begun": gettext_lazy("Begun"),
    "ship": gettext_lazy("Ship"),
    "port": gettext_lazy("Port"),
    "changed": gettext_lazy("Last entry"),
    "reported": gettext_lazy("Reported"),
}


def read(query: QueryDict) -> LogsAsked:
    """What the address asks; what it cannot ask is left out."""
    sort, state = query.get("sort", ""), query.get("state", "")
    return LogsAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        state=state if state in dict(STATES) else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "-begun",
    )


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the template of the list wants."""
    asked = read(request.GET)
    rows = find(logs(viewer), asked)
    down = {"begun", "changed", "reported"}
    return {
        "asked": asked,
        "narrowed": bool(asked.text or asked.state),
        "page": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "states": STATES,
        "headings": headings(COLUMNS, asked.sort, _query(asked), down_first=down),
        "query": query_of(_query(asked)),
    }


def answer(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("ship"), _("IMO number"), _("port"), _("begun"), _("entries"), _("last entry")]
    columns += [_("reported"), _("digest of the last entry")]
    return WRITERS[form]("measures", columns, _cells(find(logs(viewer), read(request.GET))))


def _cells(rows: Rows) -> Iterator[Sequence[object]]:
    for row in rows.iterator(chunk_size=2_000):
        reported = row.reported_at.isoformat() if row.reported_at else ""
        begun, changed = row.begun_at.isoformat(), row.changed_at.isoformat()
        yield row.pk, row.ship, row.imo, row.port or row.country, begun, row.length, changed, reported, row.head


def _query(asked: LogsAsked) -> dict[str, str]:
    said = asdict(asked)
    return {"q": said.pop("text"), **said}
