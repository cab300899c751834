"""Duties met or not, and what awaits the ship, in the word of the edition in force."""

from collections.abc import Sequence
from functools import cache

from roadstead.core.advisory import Boarding, Guards, Regime
from roadstead.core.decision import APPLIES, CANNOT_TELL, DutyVerdict, InPort, Reason
from roadstead.core.facts import CallFacts
from roadstead.core.notice import Measures
from roadstead.core.reasons import reason
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction

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


def duties_only(facts: CallFacts, snapshot: Snapshot) -> Truth:
    """Whether all berths of a call were at facilities where only the duties in port are owed."""
    return conjunction(
        YES if verdict.truth is YES else verdict.duties_only
        for verdict in (snapshot.berth(facts.country, facts.arrival_day, facts.port, berth) for berth in facts.berths)
    )


def in_us_port(outcome: str, caught: Sequence[CallFacts], snapshot: Snapshot) -> InPort:
    """Boarding and armed guards. `caught`: the calls that are caught, or may be."""
    if outcome == CANNOT_TELL:
        return InPort(Boarding.UNKNOWN, Guards.UNKNOWN, [reason("consequences_unclear")])
    if outcome != APPLIES:
        return InPort(Boarding.NONE, Guards.NONE, [reason("no_consequences")])
    tiers = [(facts, duties_only(facts, snapshot)) for facts in caught]
    relieved = conjunction(tier for _, tier in tiers)
    if relieved is YES:
        return InPort(Boarding.NONE, Guards.NONE, [reason("duties_only_consequences")])
    regime = snapshot.regime_on(caught[0].arrival_day)
    if regime is None:
        return InPort(Boarding.UNKNOWN, Guards.UNKNOWN, [reason("wording_unknown")])
    if relieved is UNKNOWN and not any(facts.caught is YES and tier is NO for facts, tier in tiers):
        return InPort(Boarding.UNKNOWN, Guards.UNKNOWN, [reason("consequences_unclear"), *_wording(regime)])
    return InPort(regime.boarding, _guards(regime, tiers), _wording(regime))


def _guards(regime: Regime, tiers: Sequence[tuple[CallFacts, Truth]]) -> Guards:
    met = conjunction(_met_for_guards(facts, tier) for facts, tier in tiers)
    if regime.guards_when_met is regime.guards_when_unmet or met is YES:
        return regime.guards_when_met
    return regime.guards_when_unmet if met is NO else Guards.UNKNOWN


def _met_for_guards(facts: CallFacts, tier: Truth) -> Truth:
    if tier is YES:
        return YES
    met = conjunction(met_duties(facts.call.measures))
    sure = facts.caught is YES and tier is NO
    # A call that may bring no guards at all cannot make it worse for certain.
    return met if sure or met is YES else UNKNOWN


def _wording(regime: Regime) -> list[Reason]:
    said = (
        ("boarding", regime.boarding_text),
        ("guards", regime.guards_text),
        ("non_compliance", regime.non_compliance_text),
    )
    return [reason(code, regime.citation, text=text) for code, text in said if text]
