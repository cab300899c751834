"""The list of visits: what the address asks of it, its page, and the list as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.presenters.shown import name_of, shown
from roadstead.visits.queries.finding import OPEN, Asked, choices, find
from roadstead.visits.queries.rows import Rows, with_names

ROWS_A_PAGE = 25
LONGEST_SEARCH = 100
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
COLUMNS = {
    "country": gettext_lazy("Country"),
    "kind": gettext_lazy("Kind"),
    "days": gettext_lazy("Days"),
    "state": gettext_lazy("State"),
    "lead": gettext_lazy("Lead"),
}
STATES = [(OPEN, gettext_lazy("open: neither reported nor cancelled")), *VisitState.choices]


def read(query: QueryDict) -> Asked:
    """What the address asks; what it cannot ask is left out."""
    year, lead, sort = query.get("year", ""), query.get("lead", ""), query.get("sort", "")
    country = query.get("country", "").upper()
    return Asked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        state=query.get("state", "") if query.get("state", "") in dict(STATES) else "",
        kind=query.get("kind", "") if query.get("kind", "") in VisitKind.values else "",
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        lead=lead if lead.isascii() and lead.isdigit() and len(lead) < 10 else "",
        year=year if len(year) == 4 and year.isascii() and year.isdigit() and year > "0000" else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "-days",
    )


def context(request: HttpRequest, rows: Rows) -> dict[str, Any]:
    """What the template of the list wants, out of the rows that somebody may read."""
    asked = read(request.GET)
    page = Paginator(with_names(find(rows, asked)), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "asked": asked,
        "narrowed": replace(asked, sort="-days") != Asked(),
        "page": page,
        "lines": [shown(one) for one in page],
        "states": STATES,
        "kinds": VisitKind.choices,
        "headings": headings(COLUMNS, asked.sort, _query(asked), down_first={"days"}),
        "query": query_of(_query(asked)),
        **choices(rows),
    }


def answer(request: HttpRequest, rows: Rows, form: str, page: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`; below `page` each visit has its own. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("country"), _("name"), _("kind"), _("purpose"), _("title"), _("first day")]
    columns += [_("last day"), _("state"), _("cancelled because"), _("clearance"), _("notice given on"), _("lead")]
    columns += [_("who may see it"), _("address")]
    found = with_names(find(rows, read(request.GET)))
    return WRITERS[form]("visits", columns, _cells(found, request.build_absolute_uri(page)))


def _cells(rows: Rows, page: str) -> Iterator[Sequence[object]]:
    for row in rows:
        dates = [one.isoformat() if one else "" for one in (row.first_on, row.last_on, row.notice_on)]
        first = (row.pk, row.country_id, row.country.name, row.kind, row.purpose, name_of(row), dates[0], dates[1])
        stands = (row.state, row.cancelled_why, row.clearance, dates[2], row.lead.name, row.mark)
        yield (*first, *stands, f"{page}{row.pk}/")


def _query(asked: Asked) -> dict[str, str]:
    said = asdict(asked)
    return {"q": said.pop("text"), **said}
