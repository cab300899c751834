"""A list of information as a file to take away: what the page shows, every row of it."""

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.engagement import queries
from roadstead.engagement.presenters import lists
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.queries.rows import Rows

WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}


def answer(request: HttpRequest, rows: Rows, form: str, *, links: Sequence[str], page: str) -> HttpResponse:
    """The rows as `csv` or `xlsx`; `page` is the address of the list, below which each record has its own."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    found = queries.with_names(queries.find(rows, lists.read(request.GET), links=links))
    columns = [_("number"), _("title"), _("kind"), _("who may see it"), _("States"), _("countries"), _("good until")]
    columns += [_("still good"), _("changed"), _("address")]
    return WRITERS[form]("information", columns, _lines(request, found, request.build_absolute_uri(page)))


def _lines(request: HttpRequest, found: Rows, page: str) -> Iterator[Sequence[object]]:
    viewer = viewer_of(request)
    for row in found:
        one = shown(row, viewer)
        states, countries = (" ".join(code for code, _name in pairs) for pairs in (one.states, one.countries))
        good = _("no") if one.ended else _("yes")
        until = one.valid_until.isoformat() if one.valid_until else ""
        changed = one.changed_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        yield (one.pk, one.title, one.kind, one.mark, states, countries, until, good, changed, f"{page}{one.pk}/")
