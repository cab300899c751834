"""Lists of best practice: what was asked, a page of it, and the same as a file. Where any came from is in none."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.enums import CargoKind
from roadstead.registry.presenters.headings import query_of
from roadstead.visits.isps import choices
from roadstead.visits.presenters.practice import lines
from roadstead.visits.queries import practice as queries
from roadstead.visits.queries.practice import PracticesAsked

ROWS_A_PAGE = 25
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}


def practices_asked(query: QueryDict) -> PracticesAsked:
    """What the address asks; what it cannot ask is left out."""
    text = query.get("q", "").replace("\0", "").strip()[:200]
    return PracticesAsked(text, query.get("element", "")[:10], query.get("cargo", "")[:20])


def practice_list(request: HttpRequest, rows: queries.Rows) -> dict[str, Any]:
    """What the list wants, out of the rows that somebody may read."""
    asked = practices_asked(request.GET)
    page = Paginator(queries.find_practices(rows, asked), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "lines": lines(page, viewer_of(request)),
        "asked": asked,
        "narrowed": asked != PracticesAsked(),
        "query": query_of({"q": asked.text, "element": asked.element, "cargo": asked.cargo}),
        "elements": choices(),
        "cargo": CargoKind.choices,
    }


def practice_file(request: HttpRequest, rows: queries.Rows, form: str) -> HttpResponse:
    """The list as `csv` or `xlsx`: no number of a record, no day, no person, so that nothing leads to its source."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    found = lines(queries.find_practices(rows, practices_asked(request.GET)), viewer_of(request))
    columns = [_("title"), _("text"), _("elements"), _("kinds of cargo")]
    told = ((one.title, one.text, " ".join(code.code for code in one.elements), one.cargo) for one in found)
    return WRITERS[form]("best-practice", columns, told)
