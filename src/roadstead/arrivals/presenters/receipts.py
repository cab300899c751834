"""Receipts of notices: as a list, as a page, as JSON for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Arrival, Sending
from roadstead.arrivals.queries.invented import left
from roadstead.arrivals.queries.senders import Receipts, arrivals_in, receipts
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.headings import headings, query_of

ROWS_A_PAGE = 25
ROWS_SHOWN = 500  # of one receipt on its page; the file has all of them
LONGEST_SEARCH = 100
SCHEMA = "roadstead/receipt/1"
OUTCOMES = {
    "new": gettext_lazy("new"),
    "updated": gettext_lazy("updated"),
    "same": gettext_lazy("there already"),
    "older": gettext_lazy("older than what is there"),
    "cancelled": gettext_lazy("cancelled"),
    "rejected": gettext_lazy("rejected"),
}
COLUMNS = {"received": gettext_lazy("Received"), "name": gettext_lazy("File"), "size": gettext_lazy("Size")}
SORTS = {"received": "received_at", "name": "name", "size": "size"}
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}


def counted(sending: Sending) -> list[tuple[str, Any, int]]:
    """What became of its notices: outcome, word and number, in the order of `OUTCOMES`."""
    return [(name, word, sending.counts[name]) for name, word in OUTCOMES.items() if sending.counts.get(name)]


def listed(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the template of the list wants."""
    asked = _asked(request)
    page = Paginator(_rows(asked, viewer), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "asked": asked,
        "narrowed": bool(asked["q"] or asked["origin"]),
        "origins": Origin.choices,
        "page": page,
        "lines": [(one, counted(one)) for one in page],
        "to_be_made": left(),
        "headings": headings(COLUMNS, asked["sort"], asked, down_first={"received", "size"}),
        "query": query_of(asked),
    }


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the address asks; what it cannot ask is left out."""
    text, origin = request.GET.get("q", "").replace("\0", "").strip(), request.GET.get("origin", "")
    sort = request.GET.get("sort", "-received")
    return {
        "q": text[:LONGEST_SEARCH],
        "origin": origin if origin in Origin.values else "",
        "sort": sort if sort.removeprefix("-") in SORTS else "-received",
    }


def _rows(asked: dict[str, str], viewer: Viewer) -> Receipts:
    down, name = asked["sort"].startswith("-"), asked["sort"].removeprefix("-")
    return receipts(viewer, text=asked["q"], origin=asked["origin"], sort=f"{'-' if down else ''}{SORTS[name]}").defer(
        "told"
    )


def exported(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("received"), _("way"), _("file"), _("bytes"), _("company"), *map(str, OUTCOMES.values())]
    rows = _rows(_asked(request), viewer)
    return WRITERS[form]("notices", [*columns, "sha256"], _cells(rows))


def _cells(rows: Receipts) -> Iterator[Sequence[object]]:
    for row in rows.iterator(chunk_size=500):
        head = (str(row.uid), row.received_at.isoformat(), row.origin, row.name, row.size, row.company)
        yield (*head, *(row.counts.get(name, 0) for name in OUTCOMES), row.sha256)


def shown(sending: Sending, viewer: Viewer) -> dict[str, Any]:
    """What the page of one receipt wants. lines: rows with the arrival that the viewer may read."""
    arrivals = arrivals_in(sending, viewer)
    first = sorted(sending.told, key=lambda one: one["outcome"] != "rejected")[:ROWS_SHOWN]
    lines = [(one, OUTCOMES.get(one["outcome"], one["outcome"]), arrivals.get(one.get("arrival"))) for one in first]
    return {
        "sending": sending,
        "counts": counted(sending),
        "lines": lines,
        "left_out": len(sending.told) - len(lines),
        "rejected": any(one["outcome"] == "rejected" for one in sending.told),
    }


def as_data(sending: Sending, viewer: Viewer) -> dict[str, Any]:
    """`roadstead/receipt/1`: what came, its digest, and what became of each notice."""
    arrivals = arrivals_in(sending, viewer)
    return {
        "schema": SCHEMA,
        "uid": str(sending.uid),
        "digest": f"sha256:{sending.sha256}",
        "size": sending.size,
        "name": sending.name,
        "origin": sending.origin,
        "company": sending.company,
        "received_at": sending.received_at.isoformat().replace("+00:00", "Z"),
        "counts": {name: number for name, _word, number in counted(sending)},
        "rows": [_row(one, arrivals.get(one.get("arrival"))) for one in sending.told],
    }


def _row(told: dict[str, Any], arrival: Arrival | None) -> dict[str, Any]:
    digest = told.get("sha256", "")
    return {
        "at": told["at"],
        "ship": told["ship"],
        "outcome": told["outcome"],
        "words": told["words"],
        "digest": f"sha256:{digest}" if digest else "",
        "arrival": str(arrival.uid) if arrival else None,
        "verdict": arrival.outcome if arrival else None,
    }
