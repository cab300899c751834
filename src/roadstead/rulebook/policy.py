"""The policy in force: for each configurable point the value with the newest day."""

from collections.abc import Mapping
from typing import Any

from roadstead.core.advisory import Citation, Policy
from roadstead.rulebook import schema
from roadstead.rulebook.records import Filed, NamedPoint, refuse

FILES = "policies"


def policy(points: list[Filed[NamedPoint]], sources: Mapping[str, Citation]) -> Policy:
    """The policy that follows from all points. Raises RuleBookError where one is missing or tied."""
    chosen = {name: _newest(name, points) for name in schema.POLICY_POINTS}
    values: dict[str, Any] = {name: filed.record.point.value for name, filed in chosen.items()}
    readings: dict[str, str] = values["purposes"]
    absent = sorted(set(schema.PURPOSES) - set(readings))
    if absent:
        refuse(chosen["purposes"].file, "purposes", "value", f"it does not read {', '.join(absent)}", "Add them.")
    return Policy(
        last_calls=values["last_calls"],
        domestic=frozenset(values["domestic"]),
        not_calls=frozenset(key for key, reading in readings.items() if reading == "no_call"),
        doubtful_calls=frozenset(key for key, reading in readings.items() if reading == "doubtful"),
        trigger=values["trigger"],
        stale_after_days=values["stale_after_days"],
        citations=tuple((name, sources[filed.record.point.source]) for name, filed in sorted(chosen.items())),
    )


def _newest(name: str, points: list[Filed[NamedPoint]]) -> Filed[NamedPoint]:
    found = sorted((p for p in points if p.record.name == name), key=lambda p: p.record.point.valid_from)
    if not found:
        refuse(FILES, name, "", "no value is given for this point", "Add one to a file of the policies.")
    if len(found) > 1 and found[-1].record.point.valid_from == found[-2].record.point.valid_from:
        refuse(found[-1].file, name, "valid_from", "two values begin on the same day", "Keep one of the two.")
    return found[-1]
