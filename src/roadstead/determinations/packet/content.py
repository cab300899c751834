"""The whole packet, in plain values: everything that the decision rests on, as it is when it is signed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from roadstead.core.determination import Procedure
from roadstead.determinations import bridge
from roadstead.determinations.bridge import Whole
from roadstead.determinations.models import CaseDay, Evidence, Signature
from roadstead.determinations.packet.proof import SCHEMA


@dataclass(frozen=True, slots=True)
class Named:
    """What the register says of a facility: its number, "" where it has none, and its name."""

    number: str
    name: str


def whole_packet(
    held: Whole,
    law: Procedure,
    signatures: Collection[Signature],
    facilities: Mapping[int, Named],
    number: int,
    at: datetime,
) -> dict[str, Any]:
    """The packet that nothing was left out of. facilities: by key, those that anyone of the programme may read."""
    case = held.case
    return {
        "schema": SCHEMA,
        "recipient": "programme",
        "number": number,
        "frozen_at": at.isoformat(),
        "uid": str(case.uid),
        "country": case.country_id,
        "country_name": case.country.name,
        "effect": case.effect,
        "level": case.level,
        "port": case.port_id or "",
        "signed": bridge.digest(held),
        "case": bridge.content(held),
        "title": case.title,
        "finding": case.finding,
        "rests": case.rests,
        "facilities": [_facility(one.facility_id, one.tier, facilities) for one in held.facilities],
        "law": _law(law, held),
        "days": [_day(one, law) for one in held.days],
        "pauses": [{"from": _iso(one.start), "until": _iso(one.end), "why": one.why} for one in held.pauses],
        "index": [_indexed(one) for one in held.evidence],
        "sources": [{"number": one.number, "text": one.text} for one in held.evidence],
        "hosts": [one.number for one in held.evidence if one.host],
        "traffic": bridge.traffic(held.count),
        "transition": [
            {"number": one.number, "who": one.recipient, "when": _iso(one.on), "by": one.told_by}
            for one in held.tellings
        ],
        "signatures": [
            {"part": one.part, "name": one.person.name, "at": one.at.isoformat(), "digest": one.digest}
            for one in signatures
        ],
        "notes": [{"part": one.part, "words": one.words} for one in signatures if one.words],
    }


def _day(one: CaseDay, law: Procedure) -> dict[str, str]:
    title = next((step.title for step in law.steps if step.code == one.step), one.step)
    return {"step": one.step, "title": title, "day": _iso(one.day), "left_out": one.why, "known_by": one.told}


def _law(law: Procedure, held: Whole) -> list[dict[str, str]]:
    asked = law.asked(bridge.facts(held).origin)
    said = [(one.title, one.law) for one in asked]
    if law.wait is not None and bridge.facts(held).origin in law.wait.origins:
        said.append((f"{law.wait.days} days", law.wait.law))
    return [{"step": title, "law": cited.text, "address": cited.url or ""} for title, cited in said]


def _indexed(one: Evidence) -> dict[str, Any]:
    said = {"number": one.number, "title": one.title, "source": one.source, "dated": _iso(one.dated)}
    return said | {"digest": one.digest}


def _facility(key: int, tier: str, facilities: Mapping[int, Named]) -> dict[str, Any]:
    """A facility that not everyone of the programme may read is there by its number in the register alone."""
    named = facilities.get(key, Named("", ""))
    return {"entry": key, "number": named.number, "name": named.name, "tier": tier}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
