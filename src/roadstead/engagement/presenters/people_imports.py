"""An import of people as its page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import ContactImport, ContactImportRow
from roadstead.engagement.people_events import LABELS
from roadstead.engagement.presenters.people import name_of_person
from roadstead.engagement.queries.contacts import people_by_keys
from roadstead.registry.enums import RowOutcome

TONES = {RowOutcome.NEW: "good", RowOutcome.CHANGED: "good", RowOutcome.SAME: "quiet", RowOutcome.REJECTED: "alarm"}
SHOWN = (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.SAME, RowOutcome.REJECTED)


@dataclass(frozen=True, slots=True)
class RowLine:
    """One entry. contact: the number of whom it met or became, where the viewer may read it."""

    line: int
    name: str
    outcome: str
    word: str
    tone: str
    contact: int
    contact_name: str
    adds: str
    problems: tuple[str, ...]


def rows_of(made: ContactImport, outcome: str = "") -> "QuerySet[ContactImportRow]":
    """The entries of an import in their order, or those of one outcome."""
    rows = ContactImportRow.objects.filter(of=made).stated().order_by("line")
    return rows.filter(outcome=outcome) if outcome else rows


def counts_in_words(made: ContactImport) -> list[tuple[str, Any, int]]:
    """How many entries of each outcome: its value, its word and the number."""
    return [(one.value, one.label, int(made.counts.get(one.value, 0))) for one in SHOWN]


def row_lines(rows: Iterable[ContactImportRow], viewer: Viewer) -> list[RowLine]:
    """Entries as lines; one query for the people that they met."""
    held = list(rows)
    keys = {one.contact_id for one in held if one.contact_id is not None}
    names = {one.pk: name_of_person(one) for one in people_by_keys(keys, viewer)} if keys else {}
    return [_line(one, names) for one in held]


def _line(one: ContactImportRow, names: dict[int, str]) -> RowLine:
    outcome = RowOutcome(one.outcome)
    met = one.contact_id if one.contact_id in names else 0
    return RowLine(
        line=one.line,
        name=one.name,
        outcome=outcome.value,
        word=str(outcome.label),
        tone=TONES.get(outcome, "quiet"),
        contact=met or 0,
        contact_name=names.get(met or 0, ""),
        adds=", ".join(str(LABELS.get(name, name)) for name in one.adds),
        problems=tuple(f"{LABELS.get(column, column)}: {words}" if column else words for column, words in one.problems),
    )
