"""The judge's questions with something to answer them with, on the page itself."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.arrivals.checker import drafts, labels, terminals
from roadstead.arrivals.checker.bridge import Reading
from roadstead.core.decision import Decision, Question
from roadstead.core.snapshot import Snapshot

# Typed for a terminal that is none of those the advisories name; it matches none of them.
NONE_OF_THESE = "Another terminal, not excepted"
NOT_LISTED = "Another terminal, not listed"
_LISTED_CODES = frozenset({"which_listed_terminal", "is_it_listed_terminal"})
_TERMINAL_CODES = _LISTED_CODES | {"which_terminal", "is_it_this_terminal", "which_number", "is_it_duties_only"}


@dataclass(frozen=True, slots=True)
class Control:
    """One field of an answer. kind: select, text or date."""

    kind: str
    name: str
    label: str
    options: tuple[tuple[str, Any], ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question; `controls` are empty where only someone else can answer it. `hidden`: what an answer sends along."""

    text: str
    settles_outcome: bool
    controls: tuple[Control, ...]
    hidden: tuple[tuple[str, str], ...]
    row: int


def asks(reading: Reading, decision: Decision, snapshot: Snapshot) -> tuple[Ask, ...]:
    """The questions, those that settle the outcome first, as the judge gives them."""
    return tuple(_ask(question, reading, snapshot) for question in decision.questions)


def _ask(question: Question, reading: Reading, snapshot: Snapshot) -> Ask:
    name = reading.name_of(question.field)
    controls = _controls(question, name, reading, snapshot)
    asked = [control.name for control in controls]
    row = int(name[1:]) if name[1:].isdigit() else 0
    hidden = tuple(drafts.hidden_fields(reading.tidy, *asked))
    return Ask(question.text, question.settles == "outcome", controls, hidden, row)


def _controls(question: Question, name: str, reading: Reading, snapshot: Snapshot) -> tuple[Control, ...]:
    letter, number = name[:1], name[1:]
    row = reading.tidy.rows[int(number) - 1] if number.isdigit() else drafts.Row()
    if question.field.endswith("measures") or ".measures." in question.field:
        return _measures(question, name, row)
    if letter == "u":
        return (Control("select", name, _("What was done there"), labels.PURPOSES, row.purpose),)
    if letter == "d":
        return (Control("text", name, _("Departed, with the time (UTC)"), value=row.departed),)
    if letter == "p" and question.code == "which_port":
        return (Control("text", name, _("Port")),)
    if letter == "t" and question.code in _TERMINAL_CODES and forms_one_berth(row):
        return _terminal(question, name, int(number), reading, snapshot)
    return ()


def forms_one_berth(row: drafts.Row) -> bool:
    """Whether the row names one terminal at most; with several, the voyage's own form is the place to answer."""
    return terminals.SEPARATOR not in row.terminal


def _measures(question: Question, name: str, row: drafts.Row) -> tuple[Control, ...]:
    number = name[1:]
    one = ".measures." in question.field
    letters = [name[:1]] if one else [c for c in drafts.MEASURES if not getattr(row, drafts.CALL_FIELDS[c])]
    return tuple(
        Control(
            "select",
            f"{letter}{number}",
            str(labels.CALL_LABELS[letter]),
            labels.DECLARATION if letter == "s" else labels.YES_NO,
            getattr(row, drafts.CALL_FIELDS[letter]),
        )
        for letter in letters
    )


def _terminal(question: Question, name: str, number: int, reading: Reading, snapshot: Snapshot) -> tuple[Control, ...]:
    if question.code == "which_number" or reading.notice is None:
        return (Control("text", name, _("Its IMO port facility number, or its name")),)
    listed = question.code in _LISTED_CODES
    named = terminals.listed if listed else terminals.known
    known = named(snapshot, reading.places[number].country, reading.notice.eta.date())
    options = [(entry.value, _("%(name)s: %(note)s") % {"name": entry.value, "note": entry.note}) for entry in known]
    if listed:
        options.append((NOT_LISTED, _("None of these: a terminal that is not listed")))
    else:
        options.append((NONE_OF_THESE, _("None of these: a terminal that is not excepted")))
    return (Control("select", name, _("Terminal"), (("", _("Choose a terminal")), *options)),)
