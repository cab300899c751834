"""A report to take away: as PDF and as DOCX."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.visits.enums import VisitKind
from roadstead.visits.models import ReportRelease, Visit
from roadstead.visits.presenters.shown import days, name_of
from roadstead.visits.report import paper, word
from roadstead.visits.report.blocks import blocks, printable
from roadstead.visits.report_enums import ReleaseState, ReportText

FILES: dict[str, tuple[Callable[[dict[str, Any]], bytes], str]] = {
    "pdf": (paper.make, "application/pdf"),
    "docx": (word.make, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def answer(
    visit: Visit, of: ReportText, sections: list[dict[str, str]], form: str, release: ReportRelease | None = None
) -> HttpResponse:
    """A text of the report as a file; release: what it was released as. Raises Http404 for another form."""
    return file_of(form, f"report-{visit.country_id}-{visit.pk}-{of.value}", content(visit, of, sections, release))


def file_of(form: str, name: str, said: dict[str, Any]) -> HttpResponse:
    """What `content` gives as a file of this name. Raises Http404 for another form."""
    if form not in FILES:
        raise Http404(_("There is no such file."))
    make, kind = FILES[form]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(make(said), content_type=kind, headers=headers)


def content(
    visit: Visit, of: ReportText, sections: list[dict[str, str]], release: ReportRelease | None
) -> dict[str, Any]:
    """Everything that the paper says, as plain data."""
    at, words = clock.now(), {"text": capfirst(of.label), "days": days(visit.first_on, visit.last_on)}
    standing = _("%(days)s. %(text)s: draft, not released.") % words
    if release is not None and release.state == ReleaseState.RELEASED and release.settled_at is not None:
        at = release.settled_at
        standing = _("%(days)s. %(text)s, released on %(on)s.") % (words | {"on": f"{at:%Y-%m-%d}"})
    return {
        "lang": (get_language() or "en")[:2],
        "title": _("Report: %(name)s") % {"name": printable(name_of(visit))},
        "standing": standing,
        "at": at.isoformat(),
        "facts": [
            [_("Country"), visit.country.name],
            [_("Kind of visit"), str(VisitKind(visit.kind).label)],
            [_("Days"), words["days"]],
            [_("Text"), str(of.label)],
        ],
        "sections": [{"heading": printable(one["heading"]), "blocks": blocks(one["text"])} for one in sections],
        "page": _("page"),
        "of": _("of"),
    }
