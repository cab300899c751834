"""What a row would change of an entry: nothing that a person corrected is overwritten."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

FIELDS = (
    "name",
    "port_name",
    "description",
    "latitude",
    "longitude",
    "plan_approved",
    "approved_on",
    "reviewed_on",
    "soc_issued_on",
    "plan_withdrawn",
    "withdrawn_on",
)
POSITION = frozenset({"latitude", "longitude"})
TAKEN, KEPT, SETTLED = "taken", "kept", "settled"
Changes = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Compared:
    """changes: {field: [before, in the file, taken | kept | settled]}.

    kept: a person corrected it, and the file says otherwise; settled: the file now says what the person did.
    """

    outcome: str
    changes: Changes


def compare(said: Mapping[str, Any], now: Mapping[str, Any], corrected: Collection[str]) -> Compared:
    """What a row says against an entry as it stands, both as JSON has them. What the row leaves blank stays."""
    held = set(corrected) | (POSITION if POSITION & set(corrected) else set())
    changes: Changes = {}
    for field in FIELDS:
        if field not in said:
            continue
        if said[field] == now[field]:
            if field in corrected:
                changes[field] = [now[field], said[field], SETTLED]
        else:
            changes[field] = [now[field], said[field], KEPT if field in held else TAKEN]
    if said.get("plan_withdrawn") == "no" and now["withdrawn_on"] and "withdrawn_on" not in {*said, *held}:
        changes["withdrawn_on"] = [now["withdrawn_on"], None, TAKEN]
    return Compared(_outcome(changes), changes)


def _outcome(changes: Changes) -> str:
    ways = {way for _before, _after, way in changes.values()}
    return "kept" if KEPT in ways else "changed" if ways else "same"
