"""What is said of a case in words for people: whom it waits for, its steps, what is wrong with its days."""

from collections.abc import Collection
from datetime import date
from functools import cache

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.core.case_steps import Fault, FaultCode
from roadstead.core.determination import Procedure
from roadstead.determinations.enums import CaseState, Part
from roadstead.rulebook import procedures

DAY = "j F Y"


def waits_for(state: str, done: Collection[str]) -> str:
    """Whose turn it is, by the parts that were done; "" where the case is over."""
    if state == CaseState.SIGNED:
        return _("waits for an edition")
    if state != CaseState.OPEN:
        return ""
    words = {
        Part.PROPOSER: _("waits to be proposed"),
        Part.REVIEWER: _("waits for a reviewer"),
        Part.SIGNER: _("waits for a signature"),
    }
    return words[next(part for part in Part if part not in done)]


def step_title(code: str) -> str:
    """The title of a step, in any procedure; the code itself where none has it."""
    return _titles().get(code, code)


def day_said(text: str) -> str:
    """A day as ISO 8601 in words; whatever is no day as it is."""
    try:
        return date_format(date.fromisoformat(text), DAY)
    except ValueError:
        return text


@cache
def _titles() -> dict[str, str]:
    return {step.code: step.title for one in reversed(procedures.shipped()) for step in one.steps}


def sentence(fault: Fault, procedure: Procedure) -> str:
    """What is wrong, and what to do."""
    named = {step.code: step.title for step in procedure.steps}
    words = {
        "step": named.get(fault.step, fault.step),
        "other": named.get(fault.other, fault.other),
        "day": date_format(fault.day, DAY) if fault.day else "",
    }
    return _SENTENCES[fault.code]() % words


_SENTENCES = {
    FaultCode.NOT_A_STEP: lambda: _("“%(step)s” is no step of such a case. Take it out."),
    FaultCode.IN_THE_FUTURE: lambda: _("“%(step)s” lies in the future; enter it when it has happened."),
    FaultCode.BEFORE_ITS_TURN: lambda: _("“%(step)s” comes before “%(other)s” (%(day)s). Correct one of the two days."),
    FaultCode.WITHOUT: lambda: _("“%(step)s” has its day, but “%(other)s”, which comes first, has none. Enter it."),
    FaultCode.TOO_EARLY: lambda: _(
        "“%(step)s” is before %(day)s, the first day after the wait that began with “%(other)s”. "
        "Choose that day or a later one."
    ),
    FaultCode.CLOCK_PAUSED: lambda: _(
        "The clock stands still, so nobody can say when the wait is over. Start it again first."
    ),
    FaultCode.PAUSE_BACKWARDS: lambda: _(
        "A stop of the clock that begins on %(day)s ends before it begins. Correct it."
    ),
    FaultCode.PAUSES_OVERLAP: lambda: _("Two stops of the clock overlap on %(day)s. Correct one of them."),
    FaultCode.NOT_OPTIONAL: lambda: _("“%(step)s” cannot be left out: the law asks it."),
}
