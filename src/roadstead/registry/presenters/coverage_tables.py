"""The coverage board as a file to take away: every row that fits, in its order."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.coverage import Asked
from roadstead.registry.queries.coverage import Covered

WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}


def answer(rows: list[Covered], asked: Asked, form: str) -> HttpResponse:
    """The rows as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("code"), _("country"), _("region"), _("subregion"), _("day"), _("responsible officer"), _("post")]
    columns += [_("since"), _("until, not included"), _("covered by"), _("cover until, not included")]
    columns += [_("next officer"), _("next from")]
    return WRITERS[form]("coverage", columns, _lines(rows, asked.on))


def _lines(rows: list[Covered], on: date) -> Iterator[Sequence[object]]:
    for row in rows:
        now, cover, following = row.who.responsible, row.who.cover, row.who.following
        held = (now.officer_name, now.place, _iso(now.first), _iso(now.until)) if now else ("", "", "", "")
        covered = (cover.officer_name, _iso(cover.until)) if cover else ("", "")
        coming = (following.officer_name, _iso(following.first)) if following else ("", "")
        yield (row.code, row.name, row.region, row.subregion, _iso(on), *held, *covered, *coming)


def _iso(on: date | None) -> str:
    return on.isoformat() if on else ""
