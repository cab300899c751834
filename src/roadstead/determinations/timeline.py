"""Cases as the timeline of a country has them: opened, and each step on its day."""

from collections.abc import Iterator
from datetime import UTC

from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.determinations.enums import CaseState, Effect
from roadstead.determinations.models import CaseDay
from roadstead.determinations.queries.cases import readable
from roadstead.registry.timeline import Moment, Row, Source, register
from roadstead.rulebook import procedures

CASE, STEP = gettext_lazy("case"), gettext_lazy("step of a case")
TONES = {CaseState.OPEN: "ask", CaseState.SIGNED: "good", CaseState.PUBLISHED: "good", CaseState.DROPPED: "quiet"}


def _cases(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    for on, pk, title, effect, state in rows:
        note = _("opened: %(effect)s; %(state)s") % {"effect": Effect(effect).label, "state": CaseState(state).label}
        yield Moment(on, "case", CASE, title, f"/desk/cases/{pk}/", note, TONES[CaseState(state)])


def _steps(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    cases = readable(viewer).filter(pk__in={row[2] for row in rows})
    laws = dict(cases.order_by().values_list("pk", "procedure"))
    for on, _pk, case, code, told in rows:
        titles = {step.code: step.title for step in procedures.of_id(laws[case]).steps} if case in laws else {}
        yield Moment(on, "case_step", STEP, titles.get(code) or code, f"/desk/cases/{case}/#steps", told)


register(
    Source(
        "case",
        CASE,
        lambda country, viewer: readable(viewer).filter(country=country),
        TruncDate("opened_at", tzinfo=UTC),
        ("title", "effect", "state"),
        _cases,
    )
)
register(
    Source(
        "case_step",
        STEP,
        lambda country, viewer: CaseDay.objects.filter(
            case__in=readable(viewer).filter(country=country).order_by().values("pk"),
            replaced_at__isnull=True,
            day__isnull=False,
        ).stated(),
        "day",
        ("case_id", "step", "told"),
        _steps,
    )
)
