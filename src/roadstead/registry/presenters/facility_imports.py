"""Files of port facilities as the desk shows them: what each row would change, or why it is not taken over."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import ImportState, RowOutcome
from roadstead.registry.facility_fields import LABELS, said
from roadstead.registry.importing.comparing import KEPT, SETTLED
from roadstead.registry.models import FacilityImport, FacilityImportRow
from roadstead.registry.queries.facility_imports import import_rows

ROWS_A_PAGE = 50
TONES = {"new": "good", "changed": "good", "same": "quiet", "kept": "ask", "rejected": "alarm"}
MEANINGS = {
    RowOutcome.NEW: gettext_lazy("Entered, shared with the State itself."),
    RowOutcome.CHANGED: gettext_lazy("The entry says so from then on."),
    RowOutcome.SAME: gettext_lazy("Nothing changes."),
    RowOutcome.KEPT: gettext_lazy("What a person corrected stays; the rest of the row is taken over."),
    RowOutcome.REJECTED: gettext_lazy("Nothing of the row is taken over."),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a row changes, or that stays as a person corrected it."""

    label: Any
    before: str
    after: str
    kept: bool
    settled: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file."""

    row: FacilityImportRow
    word: str
    tone: str
    changes: tuple[Change, ...]


def line(row: FacilityImportRow) -> Line:
    outcome = RowOutcome(row.outcome)
    return Line(row, str(outcome.label), TONES[outcome.value], changes(row))


def changes(row: FacilityImportRow) -> tuple[Change, ...]:
    """What a row changes, in the order of the entry."""
    return tuple(
        Change(LABELS[name], said(name, before), said(name, after), way == KEPT, way == SETTLED)
        for name, (before, after, way) in row.changes.items()
    )


def context(request: HttpRequest, one: FacilityImport, viewer: Viewer) -> dict[str, Any]:
    """What the page of a file wants; `?outcome=` narrows its rows."""
    asked = request.GET.get("outcome", "")
    outcome = asked if asked in RowOutcome.values else ""
    page = Paginator(import_rows(one, viewer, outcome=outcome), ROWS_A_PAGE).get_page(request.GET.get("page"))
    mine = one.read_by_id == viewer.user_id
    return {
        "one": one,
        "record": one,
        "state": ImportState(one.state).label,
        "open": one.state == ImportState.PREVIEW,
        "mine": mine,
        "page": page,
        "lines": [line(row) for row in page],
        "outcome": outcome,
        "outcomes": [(value, label) for value, label in RowOutcome.choices],
        "counts": [
            (value.value, value.label, TONES[value.value], one.counts.get(value.value, 0), MEANINGS[value])
            for value in RowOutcome
        ],
        "rows": one.counts.get("rows", 0),
        "warnings": one.counts.get("warnings", 0),
        "vanished": one.vanished if mine else [],
        "lands": sum(one.counts.get(name, 0) for name in ("new", "changed", "kept")),
        "empty": _("No row is so."),
    }
