"""Duties met or not, and what awaits the ship, in the word of the edition in force."""

from functools import cache

from roadstead.core.advisory import Boarding, Guards, Regime
from roadstead.core.decision import DutyVerdict, InPort, Reason
from roadstead.core.notice import Measures
from roadstead.core.reasons import reason
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

DUTY_FIELDS = (
    ("C1", "security_level_2"),
    ("C2", "access_points_guarded"),
    ("C3", "declaration_of_security"),
    ("C4", "logged"),
    ("C5", "reported"),
)


def duties(measures: Measures) -> list[DutyVerdict]:
    """The five duties C1 to C5 beside what was done."""
    return list(_duties(measures))


@cache
def _duties(measures: Measures) -> tuple[DutyVerdict, ...]:
    """Measures are few (3 to the power of 5), so their verdicts are made once."""
    return tuple(DutyVerdict(code, met) for (code, _), met in zip(DUTY_FIELDS, met_duties(measures), strict=True))


def met_duties(measures: Measures) -> tuple[Truth, Truth, Truth, Truth, Truth]:
    """Whether each of C1 to C5 was met."""
    return (
        measures.security_level_2,
        measures.access_points_guarded,
        measures.declaration_attempted,
        measures.logged,
        measures.reported,
    )


def in_us_port(applies: Truth, brings: Truth, guards_met: Truth, regime: Regime | None) -> InPort:
    """Boarding and armed guards with their reasons, from the steps of the whole voyage and the wording in force."""
    boarding, guards = boarding_and_guards(brings, guards_met, regime)
    if brings is NO:
        code = "no_consequences" if applies is NO else "duties_only_consequences"
        return InPort(boarding, guards, [reason(code)])
    if applies is YES and regime is None:
        return InPort(boarding, guards, [reason("wording_unknown")])
    said = [] if brings is YES else [reason("consequences_unclear")]
    return InPort(boarding, guards, [*said, *(_wording(regime) if regime and applies is YES else [])])


def boarding_and_guards(brings: Truth, guards_met: Truth, regime: Regime | None) -> tuple[Boarding, Guards]:
    """What awaits the ship. brings, guards_met: steps of the voyage; regime: the wording in force, if one is known."""
    if brings is NO:
        return Boarding.NONE, Guards.NONE
    if brings is UNKNOWN or regime is None:
        return Boarding.UNKNOWN, Guards.UNKNOWN
    if regime.guards_when_met is regime.guards_when_unmet or guards_met is YES:
        return regime.boarding, regime.guards_when_met
    return regime.boarding, regime.guards_when_unmet if guards_met is NO else Guards.UNKNOWN


def _wording(regime: Regime) -> list[Reason]:
    said = (
        ("boarding", regime.boarding_text),
        ("guards", regime.guards_text),
        ("non_compliance", regime.non_compliance_text),
    )
    return [reason(code, regime.citation, text=text) for code, text in said if text]
