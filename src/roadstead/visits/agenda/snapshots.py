"""A version of an agenda as plain data, its digest, and what is another between two of them."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

FIELDS = (
    "block",
    "position",
    "purpose",
    "purpose_local",
    "place",
    "starts_at",
    "ends_at",
    "zone",
    "people",
    "language",
    "prepare",
    "prepare_local",
    "travel_minutes",
    "travel_by",
)
NEW, CHANGED, WITHDRAWN, SAME = "new", "changed", "withdrawn", "same"
Snapshot = dict[str, Any]


def taken(version: int, items: Iterable[Any]) -> Snapshot:
    """The items that stand, in their order, as JSON has it."""
    return {"version": version, "items": [_plain(one) for one in items if one.withdrawn_at is None]}


def digest(snapshot: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON of a version: keys sorted, no spaces, UTF-8."""
    said = json.dumps(snapshot, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{hashlib.sha256(said.encode()).hexdigest()}"


def differences(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """What became of each item, by its uid: new, changed with the fields, withdrawn. What is the same is left out."""
    old = {one["uid"]: one for one in (before or {}).get("items", ())}
    new = {one["uid"]: one for one in after["items"]}
    found: dict[str, tuple[str, list[str]]] = {uid: (NEW, []) for uid in new if uid not in old}
    found |= {uid: (WITHDRAWN, []) for uid in old if uid not in new}
    for uid in new.keys() & old.keys():
        fields = [name for name in FIELDS if new[uid].get(name) != old[uid].get(name)]
        if fields:
            found[uid] = (CHANGED, fields)
    return found


def _plain(item: Any) -> dict[str, Any]:
    said = {name: getattr(item, name) for name in FIELDS}
    for name in ("starts_at", "ends_at"):
        said[name] = said[name].isoformat().replace("+00:00", "Z") if said[name] else None
    return {"uid": str(item.uid), "revision": item.revision, **said}
