"""The list of arrivals: what the address asks of it, its page, and the list as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.enums import Outcome
from roadstead.arrivals.queries.arrivals import EXPECTED, MINE, PAST, Asked, Rows, find, own_zones, readable
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.registry.queries.zones import zone_names

ROWS_A_PAGE = 25
LONGEST_SEARCH = 100
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
COLUMNS = {
    "eta": gettext_lazy("Expected"),
    "ship": gettext_lazy("Ship"),
    "port": gettext_lazy("Port"),
    "zone": gettext_lazy("Zone"),
    "verdict": gettext_lazy("Verdict"),
    "changed": gettext_lazy("Last change"),
}
WHEN = [(EXPECTED, gettext_lazy("still expected")), (PAST, gettext_lazy("already in"))]


def read(query: QueryDict, viewer: Viewer) -> Asked:
    """What the address asks; what it cannot ask is left out. Without a word on zones, one's own are meant."""
    sort, when, outcome = query.get("sort", ""), query.get("when", EXPECTED), query.get("verdict", "")
    return Asked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        zone=zone_asked(query, viewer),
        outcome=outcome if outcome in Outcome.values else "",
        when=when if when in dict(WHEN) else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "eta",
    )


def zone_asked(query: QueryDict, viewer: Viewer) -> str:
    """The zone that an address asks for; one's own where it asks for none, and one acts for some."""
    asked = query.get("zone", MINE)
    if asked == MINE:
        return MINE if own_zones(viewer) else ""
    return asked if asked in zone_names() else ""


def zones(viewer: Viewer) -> list[tuple[str, Any]]:
    """The zones to choose from, one's own first."""
    named = [(name, name) for name in zone_names()]
    return [(MINE, _("your own")), *named] if own_zones(viewer) else named


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the template of the list wants."""
    asked = read(request.GET, viewer)
    rows = find(readable(viewer), asked, viewer)
    usual = Asked(zone=MINE if own_zones(viewer) else "", when=EXPECTED)
    return {
        "asked": asked,
        "narrowed": replace(asked, sort=usual.sort) != usual,
        "page": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "zones": zones(viewer),
        "outcomes": Outcome.choices,
        "whens": WHEN,
        "headings": headings(COLUMNS, asked.sort, _query(asked), down_first={"changed"}),
        "query": query_of(_query(asked)),
    }


def answer(request: HttpRequest, viewer: Viewer, form: str, page: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("ship"), _("IMO number"), _("flag"), _("port"), _("zone"), _("expected")]
    columns += [_("verdict"), _("calls caught"), _("calls not clear"), _("duties not met"), _("duties not known")]
    columns += [_("question"), _("edition"), _("judged at"), _("address")]
    rows = find(readable(viewer), read(request.GET, viewer), viewer)
    return WRITERS[form]("arrivals", columns, _cells(rows, request.build_absolute_uri(page)))


def _cells(rows: Rows, page: str) -> Iterator[Sequence[object]]:
    for row in rows.iterator(chunk_size=2_000):
        ship = (row.pk, row.ship, row.imo, row.flag, row.port, row.zone_id or "", row.eta.isoformat())
        found = (row.outcome, row.caught, row.unclear, row.unmet, row.unsure, row.question, row.edition)
        yield (*ship, *found, row.judged_at.isoformat(), f"{page}{row.pk}/")


def _query(asked: Asked) -> dict[str, str]:
    said = asdict(asked)
    return {"q": said.pop("text"), "verdict": said.pop("outcome"), **said}
