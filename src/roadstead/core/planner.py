"""Before fixing: if the ship calls there, what applies, which terminal avoids it, what must be done, when is it over?

It asks the judge of notices and nothing else: the same ship with and without the call, the call at each excepted
terminal, and with its duties done and not done. So a plan and the decision on the notice cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from roadstead.core.advisory import Duty, ExceptionSpell, Facility, Tier
from roadstead.core.costs import CostSheet, Rates, cost_sheet
from roadstead.core.decision import APPLIES, CANNOT_TELL, DOES_NOT_APPLY, CallVerdict, Decision
from roadstead.core.judge import Judge
from roadstead.core.notice import Berth, Call, Measures, Notice
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

ALL_DONE = Measures(YES, YES, YES, YES, YES)
NONE_DONE = Measures(NO, NO, NO, NO, NO)
BRINGS, ALSO, MAY, NONE, FREES = "brings", "also", "may", "none", "frees"
_WORSE = {DOES_NOT_APPLY: 0, CANNOT_TELL: 1, APPLIES: 2}


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal of the country that advisories except. there: whether it is in the port of the call.

    avoids: whether a call at it alone would bring no conditions; duties_only: the duties in port stay, boarding and
    guards normally do not follow.
    """

    facility: Facility
    spell: ExceptionSpell
    there: Truth
    avoids: Truth
    duties_only: Truth


@dataclass(frozen=True, slots=True)
class Planned:
    """The answer. effect: brings | also (as another call does already) | may | none | frees (it pushes a listed call
    out of those looked at).

    done, not_done: the decisions with all five duties done there, and with none. duties: the least that is owed there.
    rolls_off_after: further foreign calls until this one is looked at no more; free_after: until none catches the
    ship, both None where nothing catches.
    """

    effect: str
    without: Decision
    done: Decision
    not_done: Decision
    verdict: CallVerdict
    terminals: tuple[Terminal, ...]
    duties: tuple[Duty, ...]
    rolls_off_after: int | None
    free_after: int | None
    records: str
    non_compliance: str
    cost_done: CostSheet
    cost_not_done: CostSheet


def plan(judge: Judge, notice: Notice, candidate: Call, rates: Rates) -> Planned:
    """Plan one more call of a ship. notice: the arrival and the other calls, planned ones among them."""
    without = judge.decide(notice)
    done = judge.decide(_with(notice, candidate, ALL_DONE))
    not_done = judge.decide(_with(notice, candidate, NONE_DONE))
    verdict = done.calls[next(place for place, one in enumerate(done.calls) if one.index == len(notice.calls))]
    regime = judge.snapshot.regime_on(notice.eta.date())
    return Planned(
        effect=_effect(without, done, verdict),
        without=without,
        done=done,
        not_done=not_done,
        verdict=verdict,
        terminals=tuple(terminals(judge, notice, candidate)),
        duties=judge.snapshot.book.duties if verdict.caught is not NO else (),
        rolls_off_after=verdict.rolls_off_after,
        free_after=max((one.rolls_off_after or 0 for one in done.calls), default=0) or None,
        records=regime.records_text if regime and verdict.caught is not NO else "",
        non_compliance=regime.non_compliance_text if regime and verdict.caught is not NO else "",
        cost_done=_costs(verdict.caught, done, rates),
        cost_not_done=_costs(NO, not_done, rates),
    )


def terminals(judge: Judge, notice: Notice, candidate: Call) -> Iterator[Terminal]:
    """The terminals whose exception is, or may be, in force on arrival: those in that port first, the surest first."""
    day = notice.eta.date()
    standing = judge.snapshot.standing(candidate.country, day)
    if standing.listed is NO:
        return
    found = [_terminal(judge, notice, candidate, spell) for spell, _ in standing.exceptions]
    order = {YES: 0, UNKNOWN: 1, NO: 2}
    yield from sorted(
        found,
        key=lambda one: (order[one.there], order[one.avoids], order[one.duties_only], one.facility.name.casefold()),
    )


def _terminal(judge: Judge, notice: Notice, candidate: Call, spell: ExceptionSpell) -> Terminal:
    facility = judge.snapshot.facilities[spell.facility].facility
    day, berths = notice.eta.date(), (_berth(facility),)
    excepted = judge.snapshot.excepted(candidate.country, day, candidate.port, berths)
    duties_only = judge.snapshot.duties_only(candidate.country, day, candidate.port, berths)
    there = _there(facility, candidate.port)
    return Terminal(facility, spell, there, excepted, duties_only if spell.tier is Tier.DUTIES_ONLY else NO)


def _there(facility: Facility, port: str | None) -> Truth:
    """Whether a facility is in the port: by the sources, or by the port that its number begins with."""
    if port is None:
        return UNKNOWN
    numbered = [one.normalised[:5] for one in facility.numbers if one.normalised and one.certain]
    if port in facility.ports or port in numbered:
        return YES
    return NO if facility.ports else UNKNOWN


def _berth(facility: Facility) -> Berth:
    """The facility as a notice names it best."""
    number = next((one.normalised for one in facility.numbers if one.normalised and one.certain), None)
    return Berth(number, facility.name)


def _with(notice: Notice, candidate: Call, measures: Measures) -> Notice:
    return replace(notice, calls=(*notice.calls, replace(candidate, measures=measures)))


def _effect(without: Decision, with_call: Decision, verdict: CallVerdict) -> str:
    if verdict.caught is YES:
        return ALSO if without.outcome == APPLIES else BRINGS
    if verdict.caught is UNKNOWN:
        return MAY
    return FREES if _WORSE[with_call.outcome] < _WORSE[without.outcome] else NONE


def _costs(duties: Truth, decision: Decision, rates: Rates) -> CostSheet:
    return cost_sheet(duties, decision.in_us_port.boarding, decision.in_us_port.armed_guards, rates)
