"""Rows of a case to the values that the core reads, and what it is whose digest people sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from roadstead.core.determination import CaseFacts, Origin, Pause
from roadstead.determinations.models import Case, CaseDay, CaseFacility, CasePause, Evidence, Telling, TrafficCount
from roadstead.determinations.source import digest_of

SCHEMA = "roadstead/case/1"


@dataclass(frozen=True, slots=True)
class Whole:
    """A case with the parts that count: days that were not replaced, sources that were not taken out.

    count: what the what-if said last; tellings: the transition plan.
    """

    case: Case
    days: tuple[CaseDay, ...]
    pauses: tuple[CasePause, ...]
    evidence: tuple[Evidence, ...]
    facilities: tuple[CaseFacility, ...]
    count: TrafficCount | None = None
    tellings: tuple[Telling, ...] = ()


def facts(whole: Whole) -> CaseFacts:
    """The case as the core reads it."""
    return CaseFacts(
        origin=Origin(whole.case.rests),
        days={one.step: one.day for one in whole.days if one.day is not None},
        pauses=tuple(Pause(one.start, one.why, one.end) for one in whole.pauses),
        left_out={one.step: one.why for one in whole.days if one.day is None},
    )


def content(whole: Whole) -> dict[str, Any]:
    """What is signed: every fact of the case in plain values, in one order. Days that follow the signature are not."""
    case = whole.case
    return {
        "schema": SCHEMA,
        "case": str(case.uid),
        "country": case.country_id,
        "level": case.level,
        "port": case.port_id,
        "effect": case.effect,
        "rests": case.rests,
        "procedure": case.procedure,
        "title": case.title,
        "finding": case.finding,
        "facilities": sorted([one.facility_id, one.tier] for one in whole.facilities),
        "days": {one.step: [_iso(one.day), one.why, one.told] for one in _before_signing(whole.days)},
        "pauses": sorted([_iso(one.start), _iso(one.end), one.why] for one in whole.pauses),
        "evidence": [[one.number, one.title, one.source, _iso(one.dated), one.digest] for one in whole.evidence],
        "traffic": traffic(whole.count),
        "transition": [[one.number, one.recipient, _iso(one.on), one.told_by] for one in whole.tellings],
    }


def traffic(count: TrafficCount | None) -> dict[str, Any] | None:
    """What was counted, in plain values; None where nobody has looked yet."""
    if count is None:
        return None
    names = ("draft", "record", "invented", "voyages", "concerned", "caught", "freed", "unclear", "ships", "at_sea")
    said = {name: getattr(count, name) for name in (*names, "rule_book", "why")}
    return said | {"since": _iso(count.since)}


def digest(whole: Whole) -> str:
    """What a signature covers, as "sha256:" and 64 digits: the same on every machine."""
    return digest_of(content(whole))


AFTER_SIGNING = frozenset({"decision", "federal_register", "advisory", "effective"})


def _before_signing(days: Iterable[CaseDay]) -> list[CaseDay]:
    """The days that are on record when people sign: what follows from the decision is entered after it."""
    return [one for one in days if one.step not in AFTER_SIGNING]


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
