"""The list of cases: what the address asks of it, its page, and the list as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common import clock
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.core.case_clock import Clock
from roadstead.determinations.enums import CaseState, Effect
from roadstead.determinations.models import Case
from roadstead.determinations.queries.cases import Rows, parts_done
from roadstead.determinations.queries.clocks import clocks
from roadstead.determinations.queries.finding import OPEN, Asked, countries, find
from roadstead.determinations.words import waits_for
from roadstead.registry.presenters.headings import headings, query_of

ROWS_A_PAGE = 25
LONGEST_SEARCH = 100
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
COLUMNS = {
    "country": gettext_lazy("Country"),
    "title": gettext_lazy("Case"),
    "effect": gettext_lazy("What it is to do"),
    "state": gettext_lazy("State"),
    "changed": gettext_lazy("Last change"),
}
STATES = [(OPEN, gettext_lazy("neither published nor dropped")), *CaseState.choices]


def read(query: QueryDict) -> Asked:
    """What the address asks; what it cannot ask is left out."""
    country, sort = query.get("country", "").upper(), query.get("sort", "")
    return Asked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        state=query.get("state", "") if query.get("state", "") in dict(STATES) else "",
        effect=query.get("effect", "") if query.get("effect", "") in Effect.values else "",
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "-changed",
    )


def context(request: HttpRequest, rows: Rows) -> dict[str, Any]:
    """What the template of the list wants, out of the rows that somebody may read."""
    asked = read(request.GET)
    page = Paginator(find(rows, asked).select_related("country"), ROWS_A_PAGE).get_page(request.GET.get("page"))
    found = list(page)
    return {
        "asked": asked,
        "narrowed": replace(asked, sort="-changed") != Asked(),
        "page": page,
        "lines": _lines(found),
        "states": STATES,
        "effects": Effect.choices,
        "countries": countries(rows),
        "headings": headings(COLUMNS, asked.sort, _query(asked), down_first={"changed"}),
        "query": query_of(_query(asked)),
    }


def _lines(found: Sequence[Case]) -> list[tuple[Case, str, Clock | None]]:
    """Each case with whom it waits for, and its clock where the days run; three queries."""
    signed = parts_done([one.pk for one in found])
    standing = clocks([one for one in found if one.state == CaseState.OPEN], clock.today())
    return [(one, waits_for(one.state, signed.get(one.pk, ())), standing.get(one.pk)) for one in found]


def answer(request: HttpRequest, rows: Rows, form: str, page: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("country"), _("name"), _("case"), _("to do"), _("rests on"), _("level"), _("state")]
    columns += [_("dropped because"), _("opened on"), _("edition"), _("source changed"), _("address")]
    found = find(rows, read(request.GET)).select_related("country")
    return WRITERS[form]("cases", columns, _cells(found, request.build_absolute_uri(page)))


def _cells(rows: Rows, page: str) -> Iterator[Sequence[object]]:
    for row in rows:
        flagged = row.source_changed_at.date().isoformat() if row.source_changed_at else ""
        first = (row.pk, row.country_id, row.country.name, row.title, row.effect, row.rests, row.level, row.state)
        yield (*first, row.dropped_why, row.opened_at.date().isoformat(), row.edition, flagged, f"{page}{row.pk}/")


def _query(asked: Asked) -> dict[str, str]:
    said = asdict(asked)
    return {"q": said.pop("text"), **said}
