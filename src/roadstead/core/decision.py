"""A decision as values, in the very shape of `roadstead/decision/1`.

These are slotted but not frozen: a decision is made once and encoded, and frozen dataclasses take
three times as long to make.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from roadstead.core.advisory import Boarding, Guards
from roadstead.core.truth import Truth

APPLIES, DOES_NOT_APPLY, CANNOT_TELL = "applies", "does_not_apply", "cannot_tell"


@dataclass(slots=True)
class Reason:
    """One sentence of why. `code` names the template, so that a page can translate it."""

    code: str
    text: str
    citation: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Question:
    """What would settle an unknown. field: the path in the notice as given; settles: outcome | consequences."""

    code: str
    text: str
    field: str
    settles: str


@dataclass(slots=True)
class Caution:
    """What a reader must know beside the outcome."""

    code: str
    text: str
    citation: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Change:
    """The smallest fact that would turn the outcome round.

    outcome: what it becomes. change: the fact as data (field, value) for programs.
    """

    text: str
    outcome: str
    change: dict[str, Any]


@dataclass(slots=True)
class DutyVerdict:
    """Whether one of the duties C1 to C5 was met."""

    code: str
    met: Truth


@dataclass(slots=True)
class CallVerdict:
    """What was found of one call. index: its place in the notice as given, from 0.

    slot: its place among the most recent foreign calls (1 = the last), None where it takes none.
    rolls_off_after: how many more foreign calls until it is looked at no more.
    """

    index: int
    country: str
    port: str | None
    departed: datetime
    counted: Truth
    listed: Truth
    excepted: Truth
    caught: Truth
    caught_by_visit: Truth
    slot: int | None
    rolls_off_after: int | None
    duties: list[DutyVerdict]
    reasons: list[Reason]


@dataclass(slots=True)
class EditionNamed:
    """The edition in force on the day of arrival, as known."""

    psa: str | None
    effective_on: date | None
    id: str
    citation: str


@dataclass(slots=True)
class Tests:
    """The outcome under each of the two published trigger tests."""

    arrival_in_us: str
    visit_to_listed_port: str


@dataclass(slots=True)
class InPort:
    """What awaits the ship in the US port, in the words of the edition in force."""

    boarding: Boarding
    armed_guards: Guards
    reasons: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Decision:
    """The whole answer."""

    schema: str
    outcome: str
    edition: EditionNamed | None
    known_at: date
    calls: list[CallVerdict]
    tests: Tests
    in_us_port: InPort
    questions: list[Question]
    warnings: list[Caution]
    would_change_if: list[Change]
    rule_book: str
    digest: str
