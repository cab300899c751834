"""Is one berth excepted, and by what?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from roadstead.core.advisory import ExceptionSpell, Tier
from roadstead.core.matching import FacilityIndex, Match, match_all, unreadable
from roadstead.core.notice import Berth
from roadstead.core.standing import Standing
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction

Facilities = Mapping[str, FacilityIndex]


@dataclass(frozen=True, slots=True)
class BerthVerdict:
    """Whether one berth is excepted, and by what.

    code: given_none | matched | no_match | near | contradiction | doubtful_spell | missing_rows |
    unreadable | no_exceptions. `spell` and `match` are those that decided, where one did.
    """

    truth: Truth
    code: str
    duties_only: Truth = NO
    spell: ExceptionSpell | None = None
    match: Match | None = None


NO_EXCEPTIONS = BerthVerdict(NO, "no_exceptions")


def judge_berth(standing: Standing, port: str | None, berth: Berth, facilities: Facilities) -> BerthVerdict:
    """Compare a berth with the exceptions of a country as it stands. facilities: all on record, by key."""
    if not standing.exceptions and not any(not rows.settled for rows in standing.missing_rows):
        return NO_EXCEPTIONS
    if not berth.given:
        return _not_given(standing, port, facilities)
    return _given(standing, port, berth, facilities)


def _given(standing: Standing, port: str | None, berth: Berth, facilities: Facilities) -> BerthVerdict:
    indexes = tuple(facilities[spell.facility] for spell, _ in standing.exceptions)
    doubtful: BerthVerdict | None = None
    for (spell, in_force), match in zip(standing.exceptions, match_all(berth, indexes), strict=True):
        truth = conjunction((in_force, match.truth))
        if truth is YES:
            return _matched(spell, match, YES)
        if truth is UNKNOWN and doubtful is None:
            doubtful = _matched(spell, match, UNKNOWN)
    if doubtful:
        return doubtful
    if any(not rows.settled for rows in standing.missing_rows):
        return BerthVerdict(UNKNOWN, "missing_rows")
    if unreadable(berth):
        # It says no more than nothing would, so it leaves open no more.
        silent = _not_given(standing, port, facilities)
        return silent if silent is NO_EXCEPTIONS else replace(silent, code="unreadable")
    return BerthVerdict(NO, "no_match")


def _matched(spell: ExceptionSpell, match: Match, truth: Truth) -> BerthVerdict:
    if truth is YES:
        code = "matched"
    elif match.truth is YES:
        code = "doubtful_spell"
    else:
        code = "contradiction" if match.how == "contradiction" else "near"
    if spell.tier is Tier.DUTIES_ONLY:
        return BerthVerdict(NO, code, duties_only=truth, spell=spell, match=match)
    return BerthVerdict(truth, code, spell=spell, match=match)


def _not_given(standing: Standing, port: str | None, facilities: Facilities) -> BerthVerdict:
    excepted = any(not rows.settled for rows in standing.missing_rows)
    for spell, _ in standing.exceptions:
        if spell.tier is Tier.EXCEPTED:
            excepted = True
        elif spell.tier is Tier.CARVED_OUT:
            # A place outside the determination asks nothing of calls at other ports.
            excepted = excepted or port is None or port in facilities[spell.facility].facility.ports
    duties_only = _some_duties_only(standing)
    if not excepted and duties_only is NO:
        return NO_EXCEPTIONS
    return BerthVerdict(UNKNOWN if excepted else NO, "given_none", duties_only=duties_only)


def _some_duties_only(standing: Standing) -> Truth:
    return UNKNOWN if any(spell.tier is Tier.DUTIES_ONLY for spell, _ in standing.exceptions) else NO
