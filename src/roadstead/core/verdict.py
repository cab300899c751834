"""What a notice comes to, in values that can be compared and kept: the judgement without its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from roadstead.core.advisory import Boarding, Guards
from roadstead.core.consequences import DUTY_FIELDS
from roadstead.core.decision import CallVerdict, Decision
from roadstead.core.truth import NO, UNKNOWN, YES, Truth


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two notices, or two editions, come to the same where these are equal.

    caught, unclear: how many calls surely and perhaps count against the ship; unmet, unsure: duties C1 to C5 of such
    calls that were not met, and of which it is not known.
    """

    outcome: str
    caught: int
    unclear: int
    unmet: tuple[str, ...]
    unsure: tuple[str, ...]
    boarding: Boarding
    armed_guards: Guards


def verdict_of(decision: Decision) -> Verdict:
    """The verdict that a whole decision holds."""
    calls = [(one.caught, _met(one)) for one in decision.calls if one.caught is not NO]
    return verdict(decision.outcome, calls, decision.in_us_port.boarding, decision.in_us_port.armed_guards)


def verdict(
    outcome: str, calls: Sequence[tuple[Truth, tuple[Truth, ...]]], boarding: Boarding, guards: Guards
) -> Verdict:
    """A verdict of the calls that are not surely free: of each whether it is caught, and whether C1 to C5 were met."""
    return Verdict(
        outcome=outcome,
        caught=sum(caught is YES for caught, _ in calls),
        unclear=sum(caught is UNKNOWN for caught, _ in calls),
        unmet=_codes(calls, NO),
        unsure=_codes(calls, UNKNOWN),
        boarding=boarding,
        armed_guards=guards,
    )


def _met(call: CallVerdict) -> tuple[Truth, ...]:
    return tuple(duty.met for duty in call.duties)


def _codes(calls: Sequence[tuple[Truth, tuple[Truth, ...]]], answer: Truth) -> tuple[str, ...]:
    if not calls:
        return ()
    answers = zip(*(met for _, met in calls), strict=True)
    return tuple(code for (code, _), given in zip(DUTY_FIELDS, answers, strict=True) if answer in given)
