"""Following a chain of events to its end, or to the first link that does not hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from roadstead.core import chain

_ENDS = frozenset({"previous", "digest"})
_WHOLE = frozenset(chain.COVERED) | _ENDS | {"personal"}
_STUB = _ENDS | {"number", "withheld"}


@dataclass(slots=True)
class Checked:
    """What was found: how many links hold, where the chain ends, and the first link that does not with the reason.

    withheld: links of which only the digest was there. shed: personal fields that were taken away.
    backwards: the links that say an earlier time than the one before.
    """

    links: int = 0
    withheld: int = 0
    shed: int = 0
    number: int = 0
    head: str = chain.START
    broken_at: int | None = None
    broken_when: str = ""
    why: str = ""
    backwards: list[int] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return self.broken_at is None


def check(
    links: Iterable[Any], *, after: tuple[int, str] = (0, chain.START), noted: Mapping[int, str] | None = None
) -> Checked:
    """Follow a chain from its beginning, or from `after`, a link by its number and digest.

    noted: digests that were written down when these links were the last, by their numbers; each must be met.
    """
    found, at = Checked(number=after[0], head=after[1]), ""
    noted = noted or {}
    for link in links:
        why = _fault(link, found) or _unlike(link, noted)
        if why:
            return _broken(found, link, why)
        found.links += 1
        found.number, found.head = link["number"], link["digest"]
        if "withheld" in link:
            found.withheld += 1
            continue
        found.shed += len(link["sealed"].keys() - link["personal"].keys())
        if link["at"] < at:
            found.backwards.append(link["number"])
        at = link["at"]
    last = max(noted, default=0)
    if last > found.number:
        found.broken_at = found.number + 1
        found.why = f"the chain ends at event {found.number}, and event {last} was noted: what followed is missing"
    return found


def _broken(found: Checked, link: Any, why: str) -> Checked:
    number = link.get("number") if isinstance(link, Mapping) else None
    found.broken_at = number if type(number) is int and number > 0 else found.number + 1
    when = link.get("at") if isinstance(link, Mapping) else None
    found.broken_when, found.why = when if isinstance(when, str) else "", why
    return found


def _unlike(link: Mapping[str, Any], noted: Mapping[int, str]) -> str:
    expected = noted.get(link["number"], link["digest"])
    return "" if link["digest"] == expected else f"its digest was noted as {expected} and is {link['digest']}"


def _fault(link: Any, so_far: Checked) -> str:
    """What is wrong with a link after those before it, "" for nothing."""
    if not isinstance(link, Mapping) or not _ENDS | {"number"} <= link.keys():
        return "it is no event"
    number = link["number"]
    if type(number) is not int:
        return "it has no number"
    if number <= so_far.number:
        return f"it stands after event {so_far.number}"
    if number != so_far.number + 1:
        missing = f"events {so_far.number + 1} to {number - 1} are"
        return f"{missing if number > so_far.number + 2 else f'event {number - 1} is'} missing before it"
    if link["previous"] != so_far.head:
        return "it does not follow from the event before it"
    if link.keys() == _STUB and link["withheld"] is True and isinstance(link["digest"], str):
        return ""
    if link.keys() != _WHOLE:
        return f"it has other fields than an event: {', '.join(sorted(map(str, link.keys() ^ _WHOLE)))}"
    return _unsealed(link)


def _unsealed(link: Mapping[str, Any]) -> str:
    """What differs from what was sealed, "" for nothing."""
    if not all(isinstance(link[name], Mapping) for name in ("data", "sealed", "personal")):
        return "it is not whole"
    try:
        if not isinstance(link["at"], str) or chain.digest(link, link["previous"]) != link["digest"]:
            return "what it says is not what was sealed"
    except ValueError as error:
        return f"it says what no event can say ({error})"
    for name, kept in link["personal"].items():
        if not _committed(kept, link["sealed"].get(name)):
            return f"the personal field “{name}” is not what was sealed"
    return ""


def _committed(kept: Any, sealed: Any) -> bool:
    if not isinstance(kept, Mapping) or kept.keys() != {"of", "value", "salt"}:
        return False
    try:
        return bool(chain.commitment(kept["value"], kept["salt"], kept["of"]) == sealed)
    except ValueError:
        return False
