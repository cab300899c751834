"""Two versions of an agenda side by side."""

from datetime import datetime
from typing import Any

from roadstead.visits.agenda import snapshots
from roadstead.visits.agenda.words import Both, Words
from roadstead.visits.agenda_enums import Block
from roadstead.visits.presenters.agenda_items import clock_of, day_of, travel_of


def compared(before: Any, after: Any, words: Words) -> list[dict[str, Any]]:
    """What differs: for each item its purpose, what became of it, and each field as it was and as it is."""
    found = snapshots.differences(before.snapshot if before else None, after.snapshot)
    old = {one["uid"]: one for one in (before.snapshot["items"] if before else ())}
    new = {one["uid"]: one for one in after.snapshot["items"]}
    rows = []
    for uid in [*new, *(uid for uid in old if uid not in new)]:
        if uid not in found:
            continue
        kind, fields = found[uid]
        one = new.get(uid) or old[uid]
        pairs = [(words[f"part_{name}"].capital, said(old[uid], name), said(new[uid], name)) for name in fields]
        rows.append({"purpose": one["purpose"] or one["purpose_local"], "kind": kind, "fields": pairs})
    return rows


def differing(now: Any, written: dict[str, Any], words: Words) -> Both:
    """The names of the fields in which what somebody wrote differs from an item as it stands now."""
    names = [words[f"part_{name}"] for name, value in written.items() if getattr(now, name) != value]
    local, language = (", ".join(one.local for one in names), words["changed"].language)
    return Both(", ".join(one.english for one in names), local, language)


def said(item: dict[str, Any], name: str) -> str:
    """A field of a kept item, as a page says it; "" for nothing."""
    value = item.get(name)
    if name in ("starts_at", "ends_at") and value:
        at = datetime.fromisoformat(value)
        return f"{day_of(at, item['zone'])}, {clock_of(at, None, item['zone'])}"
    if name == "block":
        return str(Block(str(value)).label)
    if name == "travel_minutes":
        return travel_of(value, "")
    return "" if value is None else str(value)
