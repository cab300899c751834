"""A chain of events in which none can be changed, left out or put in without its being seen.

Each link has the digest of the one before in its own digest. What is personal stands beside the link and only its
commitment (a digest of the value with a salt) inside, so that it can be taken away later and the chain still holds.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

SCHEMA = "roadstead/audit/1"
START = "0" * 64  # what stands before the first link
# What a digest covers, in every link.
COVERED = ("number", "at", "type", "actor", "subject_kind", "subject", "elevation", "token", "data", "sealed")


@dataclass(slots=True)
class Checked:
    """What was found: how many links hold, and the first that does not with the reason."""

    links: int = 0
    withheld: int = 0
    shed: int = 0
    head: str = START
    number: int = 0
    broken_at: int | None = None
    why: str = ""
    backwards: list[int] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return self.broken_at is None


def digest(link: Mapping[str, Any], previous: str) -> str:
    """The digest of a link: 64 hexadecimal digits. Raises KeyError where the link lacks a field."""
    covered = {name: link[name] for name in COVERED}
    return hashlib.sha256(_canonical({**covered, "previous": previous})).hexdigest()


def commitment(value: str, salt: str) -> str:
    """What stands for a personal value in its link."""
    return hashlib.sha256(_canonical([salt, value])).hexdigest()


def check(links: Iterable[Mapping[str, Any]], *, after: str | None = START, number: int = 0) -> Checked:
    """Follow a chain from its beginning, or from a link given by its digest and number, to the first broken link.

    `after` None takes the first link's word for what stood before it, as in an export of a part.
    """
    found = Checked(head=after or "", number=number)
    at = ""
    for link in links:
        if after is None and not found.links:
            found.head, found.number = str(link.get("previous")), int(link.get("number", 1)) - 1
        found.why = _fault(link, found)
        if found.why:
            found.broken_at = link.get("number") if isinstance(link.get("number"), int) else found.number + 1
            return found
        found.links += 1
        found.number, found.head = link["number"], link["digest"]
        if link.get("withheld"):
            found.withheld += 1
            continue
        found.shed += len(link["sealed"].keys() - (link.get("personal") or {}).keys())
        if at and link["at"] < at:
            found.backwards.append(link["number"])
        at = link["at"]
    return found


def _fault(link: Mapping[str, Any], so_far: Checked) -> str:
    """What is wrong with a link after those before it, "" for nothing."""
    if link.get("number") != so_far.number + 1:
        return f"event {so_far.number + 1} is missing; the next one here is {link.get('number')}"
    if link.get("previous") != so_far.head:
        return "it does not follow from the event before it"
    if link.get("withheld"):
        return ""
    try:
        if digest(link, so_far.head) != link["digest"]:
            return "what it says is not what was sealed"
        for name, kept in (link.get("personal") or {}).items():
            if commitment(kept["value"], kept["salt"]) != link["sealed"].get(name):
                return f"the personal field “{name}” is not what was sealed"
    except (KeyError, TypeError, AttributeError) as error:
        return f"it is not whole: {error!r}"
    return ""


def _canonical(value: Any) -> bytes:
    """One way to write a value, on every machine. Raises ValueError for numbers that are not whole."""
    _only_plain(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _only_plain(value: Any) -> None:
    if isinstance(value, float):
        raise ValueError("A number with a fraction is not written the same everywhere; write it as text.")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise ValueError(f"The key {key!r} is no text.")
            _only_plain(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _only_plain(inner)
    elif value is not None and not isinstance(value, str | int | bool):
        raise ValueError(f"{value!r} cannot stand in an event.")
