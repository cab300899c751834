"""A log of measures in a listed port: entries that are only ever added, each chained to the one before it.

An entry that was wrong is corrected by another, which names it; both stay. What stands then is what nobody corrected.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from roadstead.core.chain import START, only_plain

SCHEMA = "roadstead/measures-log/1"
# What a digest covers, in every entry, besides the log and the digest of the entry before.
COVERED = ("number", "uid", "kind", "content", "corrects", "typed_at", "came_at", "by")
SINGLE = ("stay", "duty", "posts", "outsider", "declaration", "report")  # of these the latest stands
MADE_HERE = ("photo", "report")  # entries that no device sends


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. content: texts, and lists of them; corrects: the uid of the entry that it corrects, "" for none.

    typed_at, came_at: as ISO 8601 in UTC; by: the number of the person, who is named nowhere in the log.
    """

    number: int
    uid: str
    kind: str
    content: Mapping[str, Any]
    corrects: str
    typed_at: str
    came_at: str
    by: int | None

    @property
    def subject(self) -> tuple[str, str]:
        """What it is about, where only one entry of its kind can stand: the duty, the guard."""
        if self.kind == "duty":
            return self.kind, str(self.content.get("code", ""))
        if self.kind == "outsider":
            return self.kind, str(self.content.get("guard", ""))
        return self.kind, ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands: by subject the entry that counts, all others by kind, and what another said beside it."""

    single: Mapping[tuple[str, str], Entry]
    others: tuple[Entry, ...]
    beside: tuple[Entry, ...]

    def one(self, kind: str, key: str = "") -> Mapping[str, Any]:
        """The content of what stands of a subject; empty for none."""
        found = self.single.get((kind, key))
        return found.content if found else {}

    def all_of(self, kind: str) -> tuple[Entry, ...]:
        """Every entry of a kind that stands, in the order in which they came."""
        held = [*self.single.values(), *self.others]
        return tuple(sorted((one for one in held if one.kind == kind), key=lambda one: one.number))


def digest(log: str, entry: Entry, previous: str) -> str:
    """The digest of an entry: 64 hexadecimal digits. Raises ValueError for what is not the same on every machine."""
    covered = {name: getattr(entry, name) for name in COVERED}
    value = {**covered, "schema": SCHEMA, "log": log, "previous": previous}
    only_plain(value)
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def broken(log: str, links: Sequence[tuple[Entry, str, str]], head: str | None = None) -> str:
    """What is wrong with a chain of entries, each with the digest before it and its own; "" where it holds.

    head: the digest that the last must have.
    """
    previous = START
    for place, (entry, before, own) in enumerate(links, start=1):
        if entry.number != place or before != previous:
            return f"entry {entry.number} does not follow the one before it"
        try:
            found = digest(log, entry, previous)
        except ValueError as error:
            return f"entry {entry.number}: {error}"
        if found != own:
            return f"entry {entry.number} was changed"
        previous = own
    return "" if head is None or head == previous else "the last entries are missing"


def standing(entries: Sequence[Entry]) -> Standing:
    """What stands of a log. Of two that are about the same and correct each other not, the later counts."""
    corrected = {one.corrects for one in entries if one.corrects}
    single: dict[tuple[str, str], Entry] = {}
    others, beside = [], []
    for one in sorted(entries, key=lambda entry: entry.number):
        if one.uid in corrected or one.kind == "struck":
            continue
        if one.kind not in SINGLE:
            others.append(one)
            continue
        if one.subject in single and single[one.subject].content != one.content:
            beside.append(single[one.subject])
        single[one.subject] = one
    return Standing(single, tuple(others), tuple(one for one in beside if one.kind != "report"))
