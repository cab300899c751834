"""The smallest facts that would turn the outcome round, each with what the outcome becomes.

A change that touches only one call's berth, standing or place is known to turn it; one that moves the
arrival touches every call, so it is judged again before it is offered.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from roadstead.core import place_changes
from roadstead.core.advisory import Facility, Tier
from roadstead.core.changed import change, facility_said, named_by
from roadstead.core.decision import APPLIES, CANNOT_TELL, DOES_NOT_APPLY, Change
from roadstead.core.facts import CallFacts, berth_path, doubtful_before, tied_with
from roadstead.core.notice import Notice
from roadstead.core.reasons import Explainer
from roadstead.core.texts import said
from roadstead.core.truth import NO, UNKNOWN, YES

MOST_FEWER_CALLS = 2  # with more calls taken away the fact is no longer small
FARTHEST_MOVE = timedelta(days=366)
OutcomeOf = Callable[[Notice], str]


def changes_of(
    notice: Notice, facts: Sequence[CallFacts], outcome: str, explainer: Explainer, outcome_of: OutcomeOf
) -> list[Change]:
    """Every change worth naming, the likeliest first. `outcome_of` judges a changed notice."""
    if outcome == APPLIES:
        found = _when_it_applies(facts, explainer)
    elif outcome == DOES_NOT_APPLY:
        found = _when_it_does_not(facts, explainer)
    else:
        found = _when_unclear(facts, explainer)
    found += _moved_arrivals(notice, facts, outcome, explainer, outcome_of)
    # Two calls in one country may ask for the very same fact.
    return list({repr(entry): entry for entry in found}.values())


def _when_it_applies(facts: Sequence[CallFacts], explainer: Explainer) -> list[Change]:
    catching = [entry for entry in facts if entry.caught is not NO]
    found = []
    if len(catching) == 1:
        found += _excepted_instead(catching[0], explainer)
        found += place_changes.elsewhere(catching[0], explainer)
    newest = catching[0]
    if newest.departed < newest.eta:
        count = explainer.policy.last_calls + 1 - newest.slot_low
        calls = "one more foreign call" if count == 1 else f"{count} more foreign calls"
        found.append(change("more_calls", DOES_NOT_APPLY, {"add_foreign_calls": count}, calls=calls))
    return found


def _excepted_instead(facts: CallFacts, explainer: Explainer) -> list[Change]:
    """The one berth that catches the call, at an excepted facility instead."""
    if facts.is_call is not YES or facts.counted is not YES:
        return []
    open_berths = [
        number
        for number, berth in enumerate(facts.berths)
        if explainer.snapshot.berth(facts.country, facts.arrival_day, facts.port, berth).truth is not YES
    ]
    facility = _surest_exception(facts, explainer)
    if len(open_berths) != 1 or facility is None:
        return []
    value = named_by(facility)
    fact = {"field": berth_path(facts, open_berths[0]), "value": value}
    return [change("berth_excepted", DOES_NOT_APPLY, fact, facility=facility_said(facility))]


def _when_it_does_not(facts: Sequence[CallFacts], explainer: Explainer) -> list[Change]:
    found = []
    for entry in facts:
        found += place_changes.listed_instead(entry, explainer)
        if entry.is_call is not YES or entry.takes_place is NO or entry.listed is not YES:
            continue
        if entry.counted is YES and entry.excepted is YES and not _rows_in_doubt(entry, explainer):
            fact = {"field": berth_path(entry, 0), "value": None, "excepted": False}
            found.append(change("berth_not_excepted", APPLIES, fact, port=entry.name))
        fewer = entry.slot_low - explainer.policy.last_calls
        settled = entry.excepted is NO and entry.slot_low == entry.slot_high
        if entry.counted is NO and settled and 0 < fewer <= MOST_FEWER_CALLS:
            limit = explainer.policy.last_calls
            taken = {"fewer_later_calls": fewer, "than": f"calls[{entry.index}]"}
            calls = "one of the later calls was none" if fewer == 1 else f"{fewer} of the later calls were none"
            found.append(change("fewer_calls", APPLIES, taken, calls=calls, port=entry.name, limit=limit))
    return found


def _when_unclear(facts: Sequence[CallFacts], explainer: Explainer) -> list[Change]:
    unclear = [entry for entry in facts if entry.caught is UNKNOWN]
    found = []
    for entry in unclear:
        unknown = [step for step in ("is_call", "counted", "listed", "excepted") if getattr(entry, step) is UNKNOWN]
        if len(unknown) == 1:
            clears, catches = _settled(entry, unknown[0], facts, explainer)
            found += catches + (clears if len(unclear) == 1 else [])
    return found


def _settled(
    facts: CallFacts, step: str, others: Sequence[CallFacts], explainer: Explainer
) -> tuple[list[Change], list[Change]]:
    """The facts that clear the call, and those that catch it, where one step alone is unknown."""
    port, day, country = facts.name, said(facts.arrival_day), explainer.name(facts.country)
    purpose = f"calls[{facts.index}].purpose"
    if step == "is_call":
        clear = change("does_not_count", DOES_NOT_APPLY, {"field": purpose, "value": "canal_transit"}, port=port)
        return [clear], [change("counts", APPLIES, {"field": purpose, "value": "cargo"}, port=port)]
    if step == "listed" and explainer.snapshot.standing(facts.country, facts.arrival_day).places:
        return place_changes.settled(facts, explainer)
    if step == "listed":
        fact = {"listing": facts.country, "on": facts.arrival_day.isoformat()}
        clear = change("not_listed_by_then", DOES_NOT_APPLY, {**fact, "in_force": False}, country=country, day=day)
        return [clear], [change("listed_by_then", APPLIES, {**fact, "in_force": True}, country=country, day=day)]
    if step == "excepted":
        return _berth_settled(facts, explainer)
    return _place_settled(facts, others)


def _place_settled(facts: CallFacts, others: Sequence[CallFacts]) -> tuple[list[Change], list[Change]]:
    """Where one doubtful stop alone decides whether the call is still looked at."""
    doubtful = doubtful_before(facts, others)
    if len(doubtful) != 1 or tied_with(facts, others):
        return [], []
    stop = doubtful[0]
    purpose = f"calls[{stop.index}].purpose"
    clear = change("counts", DOES_NOT_APPLY, {"field": purpose, "value": "cargo"}, port=stop.name)
    catch = change("does_not_count", APPLIES, {"field": purpose, "value": "canal_transit"}, port=stop.name)
    return [clear], [catch]


def _berth_settled(facts: CallFacts, explainer: Explainer) -> tuple[list[Change], list[Change]]:
    snapshot = explainer.snapshot
    verdicts = [snapshot.berth(facts.country, facts.arrival_day, facts.port, berth) for berth in facts.berths]
    open_berths = [number for number, verdict in enumerate(verdicts) if verdict.truth is UNKNOWN]
    path = berth_path(facts, open_berths[0])
    clears: list[Change] = []
    verdict = verdicts[open_berths[0]]
    facility = verdict.match.facility if verdict.match else _surest_exception(facts, explainer)
    if verdict.code == "doubtful_spell" and facility and len(open_berths) == 1:
        spell = {"exception": facility.key, "on": facts.arrival_day.isoformat()}
        said_of = {"facility": facility.name, "day": said(facts.arrival_day)}
        clears.append(change("exception_stood", DOES_NOT_APPLY, {**spell, "in_force": True}, **said_of))
        if _rows_in_doubt(facts, explainer):
            return clears, []
        return clears, [change("exception_ended", APPLIES, {**spell, "in_force": False}, **said_of)]
    if facility and len(open_berths) == 1 and _surely_excepted(facility, facts, explainer):
        fact = {"field": path, "value": named_by(facility)}
        clears.append(
            change("berth_excepted_in", DOES_NOT_APPLY, fact, port=facts.name, facility=facility_said(facility))
        )
    catches: list[Change] = []
    if not _rows_in_doubt(facts, explainer):
        other = {"field": path, "value": None, "excepted": False}
        catches.append(change("berth_not_excepted", APPLIES, other, port=facts.name))
    return clears, catches


def _moved_arrivals(
    notice: Notice, facts: Sequence[CallFacts], outcome: str, explainer: Explainer, outcome_of: OutcomeOf
) -> list[Change]:
    """An arrival on the other side of a change of the list, where the ship could have made it."""
    if outcome == CANNOT_TELL:
        return []
    wanted = DOES_NOT_APPLY if outcome == APPLIES else APPLIES
    found: dict[str, Change] = {}
    for code, eta in _candidate_arrivals(notice, facts, explainer):
        if outcome_of(replace(notice, eta=eta)) != wanted:
            continue
        day = eta.date() if code == "arrived_from" else eta.date() + timedelta(days=1)
        made = change(
            code, wanted, {"field": "arrival.eta", "value": eta.isoformat().replace("+00:00", "Z")}, since=said(day)
        )
        found.setdefault(made.text, made)
    return list(found.values())


def _candidate_arrivals(notice: Notice, facts: Sequence[CallFacts], explainer: Explainer) -> list[tuple[str, datetime]]:
    found = []
    for entry in facts:
        if entry.counted is NO:
            continue
        for changed in explainer.snapshot.changes_near(entry.country, entry.arrival_day):
            if changed > entry.arrival_day:
                eta = notice.eta + (changed - entry.arrival_day)
                if eta - notice.eta <= FARTHEST_MOVE:
                    found.append(("arrived_from", eta))
            else:
                eta = notice.eta - (entry.arrival_day - changed) - timedelta(days=1)
                if facts[0].departed <= eta:
                    found.append(("arrived_before", eta))
    return found


def _rows_in_doubt(facts: CallFacts, explainer: Explainer) -> bool:
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    return any(not rows.settled for rows in standing.missing_rows)


def _surest_exception(facts: CallFacts, explainer: Explainer) -> Facility | None:
    """An exception surely in force; one that is known by its number rather than by name."""
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    indexes = [
        explainer.snapshot.facilities[spell.facility]
        for spell, truth in standing.exceptions
        if truth is YES and spell.tier is Tier.EXCEPTED
    ]
    numbered = [index for index in indexes if index.sure]
    return (numbered or indexes)[0].facility if indexes else None


def _surely_excepted(facility: Facility, facts: CallFacts, explainer: Explainer) -> bool:
    standing = explainer.snapshot.standing(facts.country, facts.arrival_day)
    return any(
        spell.facility == facility.key and truth is YES and spell.tier is not Tier.DUTIES_ONLY
        for spell, truth in standing.exceptions
    )
