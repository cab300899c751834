"""The form as the page shows it: each field with its value, its message and the choices that would mend it."""

from dataclasses import dataclass
from typing import Any

from roadstead.arrivals.checker import labels, terminals
from roadstead.arrivals.checker.bridge import NOON, FieldProblem, Reading
from roadstead.arrivals.checker.drafts import CALL_FIELDS, MEASURES, MOST_CALLS, VOYAGE_FIELDS, Draft, Row
from roadstead.arrivals.checker.moments import read as read_moment
from roadstead.arrivals.checker.places import Place
from roadstead.common import clock
from roadstead.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field. `options` are empty for text."""

    name: str
    label: str
    value: str
    error: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, Any], ...] = ()

    @property
    def id(self) -> str:
        return f"id_{self.name}"


@dataclass(frozen=True, slots=True)
class RowShown:
    """One call's fields. `open_measures`: something was said, or is wrong, about what was done there."""

    number: int
    port: FieldShown
    terminal: FieldShown
    arrived: FieldShown
    departed: FieldShown
    purpose: FieldShown
    measures: tuple[FieldShown, ...]
    terminals: tuple[terminals.Terminal, ...]
    open_measures: bool
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class FormShown:
    """The whole form."""

    voyage: dict[str, FieldShown]
    rows: tuple[RowShown, ...]
    problems: tuple[FieldProblem, ...]
    open_ship: bool
    full: bool


def form(
    draft: Draft,
    snapshot: Snapshot,
    reading: Reading | None = None,
    *,
    show_problems: bool = True,
    in_rows_only: bool = False,
) -> FormShown:
    """The form for a draft. `reading`: what was understood of it; its problems are shown unless it is being edited.

    in_rows_only: say what is wrong with the calls that were pasted, and not yet what the voyage lacks.
    """
    problems = reading.problems if reading and show_problems else ()
    if in_rows_only:
        problems = tuple(p for p in problems if p.name[1:].isdigit() and draft.calls)
    by_name: dict[str, FieldProblem] = {}
    for problem in problems:
        by_name.setdefault(problem.name, problem)
    maker = _Maker(draft, snapshot, reading, by_name)
    return FormShown(
        voyage={name: maker.voyage(name) for name in VOYAGE_FIELDS},
        rows=tuple(maker.row(number, row) for number, row in enumerate(draft.rows, start=1)),
        problems=problems,
        open_ship=any(name in by_name for name in ("ship", "imo", "flag", "type", "com", "k"))
        or bool(draft.ship or draft.imo or draft.flag or draft.type or draft.commercial or draft.known_at),
        full=len(draft.rows) >= MOST_CALLS,
    )


class _Maker:
    def __init__(
        self, draft: Draft, snapshot: Snapshot, reading: Reading | None, problems: dict[str, FieldProblem]
    ) -> None:
        self.draft, self.snapshot, self.problems = draft, snapshot, problems
        self.places: dict[int, Place] = dict(reading.places) if reading else {}
        eta = read_moment(draft.eta).moment(NOON)
        self.day = eta.date() if eta else clock.today()

    def voyage(self, name: str) -> FieldShown:
        value = str(getattr(self.draft, VOYAGE_FIELDS[name]))
        if name == "to" and 0 in self.places:
            value = self.places[0].label
        if name in ("eta", "k"):
            value = value.replace("T", " ")
        options = labels.YES_NO if name == "com" else ()
        return self._field(name, str(labels.VOYAGE_LABELS[name]), value, options)

    def row(self, number: int, row: Row) -> RowShown:
        place = self.places.get(number)
        fields = {letter: self._of_call(letter, number, row, place) for letter in CALL_FIELDS}
        measures = tuple(fields[letter] for letter in MEASURES)
        return RowShown(
            number=number,
            port=fields["p"],
            terminal=fields["t"],
            arrived=fields["a"],
            departed=fields["d"],
            purpose=fields["u"],
            measures=measures,
            terminals=terminals.known(self.snapshot, place.country, self.day) if place else (),
            open_measures=any(field.value or field.error for field in measures),
            first=number == 1,
            last=number == len(self.draft.rows),
        )

    def _of_call(self, letter: str, number: int, row: Row, place: Place | None) -> FieldShown:
        value = str(getattr(row, CALL_FIELDS[letter]))
        if letter == "p" and place:
            value = place.label
        if letter in ("a", "d"):
            value = value.replace("T", " ")
        options: tuple[tuple[str, Any], ...] = ()
        if letter == "u":
            options = labels.PURPOSES
        elif letter in MEASURES:
            options = labels.DECLARATION if letter == "s" else labels.YES_NO
        return self._field(f"{letter}{number}", str(labels.CALL_LABELS[letter]), value, options)

    def _field(self, name: str, label: str, value: str, options: tuple[tuple[str, Any], ...]) -> FieldShown:
        problem = self.problems.get(name)
        message, choices = (problem.message, problem.choices) if problem else ("", ())
        return FieldShown(name, label, value, message, choices, options)
