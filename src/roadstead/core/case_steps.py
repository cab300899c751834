"""Where each step of a case stands, and what contradicts the law or itself in the days on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from roadstead.core.case_clock import first_day
from roadstead.core.determination import CaseFacts, Procedure, Step


class State(StrEnum):
    """How far a step is."""

    DONE = "done"
    LEFT_OUT = "left_out"
    NEXT = "next"  # everything before it is there
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class StepStanding:
    """One step of a case. waits_for: the steps before it that are still open. why: why it was left out."""

    step: Step
    state: State
    day: date | None = None
    waits_for: tuple[str, ...] = ()
    why: str = ""


class FaultCode(StrEnum):
    """What may be wrong with the days of a case."""

    NOT_A_STEP = "not_a_step"  # the law asks no such step of a case of this origin
    IN_THE_FUTURE = "in_the_future"
    BEFORE_ITS_TURN = "before_its_turn"  # earlier than a step that must come first
    WITHOUT = "without"  # a step that must come first is not on record
    TOO_EARLY = "too_early"  # before the days of the government have run
    CLOCK_PAUSED = "clock_paused"  # a pause is open, so nobody knows when the days have run
    PAUSE_BACKWARDS = "pause_backwards"
    PAUSES_OVERLAP = "pauses_overlap"
    NOT_OPTIONAL = "not_optional"  # left out, and the law asks it


@dataclass(frozen=True, slots=True)
class Fault:
    """One contradiction. step: where it shows; other: the step that it is held against; day: the day to keep to."""

    code: FaultCode
    step: str
    other: str = ""
    day: date | None = None


def standings(procedure: Procedure, facts: CaseFacts) -> tuple[StepStanding, ...]:
    """Every step that the law asks of this case, in its order."""
    asked = procedure.asked(facts.origin)
    codes = {step.code for step in asked}
    return tuple(_standing(step, codes, facts) for step in asked)


def _standing(step: Step, codes: set[str], facts: CaseFacts) -> StepStanding:
    if step.code in facts.days:
        return StepStanding(step, State.DONE, facts.days[step.code])
    if step.code in facts.left_out:
        return StepStanding(step, State.LEFT_OUT, why=facts.left_out[step.code])
    open_ones = tuple(code for code in step.needs if code in codes and not _settled(code, facts))
    return StepStanding(step, State.WAITING if open_ones else State.NEXT, waits_for=open_ones)


def faults(procedure: Procedure, facts: CaseFacts, today: date) -> tuple[Fault, ...]:
    """Everything that is wrong with the days of a case, as of today; nothing is corrected."""
    return (
        *_strangers(procedure, facts),
        *(fault for step in procedure.asked(facts.origin) for fault in _of_step(step, procedure, facts, today)),
        *_of_pauses(facts),
        *_of_wait(procedure, facts),
    )


def _strangers(procedure: Procedure, facts: CaseFacts) -> Iterator[Fault]:
    asked = {step.code: step for step in procedure.asked(facts.origin)}
    for code in facts.days:
        if code not in asked:
            yield Fault(FaultCode.NOT_A_STEP, code)
    for code in facts.left_out:
        if code not in asked:
            yield Fault(FaultCode.NOT_A_STEP, code)
        elif not asked[code].optional:
            yield Fault(FaultCode.NOT_OPTIONAL, code)


def _of_step(step: Step, procedure: Procedure, facts: CaseFacts, today: date) -> Iterator[Fault]:
    day = facts.days.get(step.code)
    if day is None:
        return
    if day > today and not step.ahead:
        yield Fault(FaultCode.IN_THE_FUTURE, step.code, day=today)
    asked = {one.code for one in procedure.asked(facts.origin)}
    for code in step.needs:
        if code not in asked or code in facts.left_out:
            continue
        before = facts.days.get(code)
        if before is None:
            yield Fault(FaultCode.WITHOUT, step.code, code)
        elif day < before:
            yield Fault(FaultCode.BEFORE_ITS_TURN, step.code, code, before)


def _of_pauses(facts: CaseFacts) -> Iterator[Fault]:
    pauses = sorted(facts.pauses, key=lambda pause: pause.start)
    for pause in pauses:
        if pause.end is not None and pause.end <= pause.start:
            yield Fault(FaultCode.PAUSE_BACKWARDS, "", day=pause.start)
    for earlier, later in pairwise(pauses):
        if earlier.end is None or later.start < earlier.end:
            yield Fault(FaultCode.PAUSES_OVERLAP, "", day=later.start)


def _of_wait(procedure: Procedure, facts: CaseFacts) -> Iterator[Fault]:
    """Conditions begin only when the days of the government have run, or on the immediate ground."""
    wait = procedure.wait
    begins = facts.days.get(wait.until) if wait else None
    if wait is None or begins is None or facts.origin not in wait.origins or wait.waived_by in facts.days:
        return
    first = first_day(procedure, facts)
    if first is None:
        if wait.since in facts.days:
            yield Fault(FaultCode.CLOCK_PAUSED, wait.until, wait.since)
    elif begins < first:
        yield Fault(FaultCode.TOO_EARLY, wait.until, wait.since, first)


def _settled(code: str, facts: CaseFacts) -> bool:
    return code in facts.days or code in facts.left_out
