"""Messages in trouble as a file: CSV, or XLSX; addresses are masked there, too."""

from collections.abc import Iterable, Iterator, Sequence

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from roadstead.advisories.models import Message
from roadstead.advisories.subscriptions.presenters.standing import rows
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer

WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}


def answer(found: Iterable[Message], form: str) -> HttpResponse:
    """The messages as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("to"), _("edition"), _("state"), _("why"), _("tries"), _("next")]
    return WRITERS[form]("messages", columns, _cells(found))


def _cells(found: Iterable[Message]) -> Iterator[Sequence[object]]:
    for row in rows(found):
        one, due = row.message, row.due.isoformat(timespec="minutes") if row.due else ""
        yield (one.pk, row.to, one.edition.edition, one.state, one.reason, one.attempts, due)
