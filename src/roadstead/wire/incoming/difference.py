"""What an update changed, in plain fields; and which of it can matter to the verdict."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from roadstead.wire.incoming.base import Part, When
from roadstead.wire.incoming.places import Call, Place
from roadstead.wire.incoming.same import same_call, same_place
from roadstead.wire.incoming.value import Incoming

# How it was read, and what names the notice itself, is no change of what it says.
_ASIDE = {"shape", "not_understood", "remarks", "notice_id", "transaction", "created", "calls"}
_WORDS = {"said", "country_said", "flag_said", "code", "sureness", "zone", "zone_name", "name", "state", "city"}


class Doing(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Change(Part, frozen=True):
    """One field. path: “arrival.eta”, “calls[1].departed”, by the place in the newer notice (in the older if removed).

    call: the call in words. matters: whether the verdict can be another for it.
    """

    path: str
    doing: Doing
    before: str = ""
    after: str = ""
    call: str = ""
    matters: bool = False


def difference(before: Incoming, after: Incoming) -> tuple[Change, ...]:
    """Every change, those of the voyage first, calls matched by port and time."""
    old, new = _plain(before), _plain(after)
    found = list(_changes(old, new, "", "", _can_matter(before, after)))
    return (*found, *_calls(before, after))


def matters(changes: tuple[Change, ...]) -> bool:
    """Whether the verdict has to be looked at again."""
    return any(one.matters for one in changes)


def _can_matter(before: Incoming, after: Incoming) -> frozenset[str]:
    """Paths outside of calls that reach the verdict; the hour of arrival only where it changes a day or an order."""
    paths = {"vessel.commercial", *(f"arrival.place.{name}" for name in Place.__struct_fields__)}
    one, other = before.arrival.eta, after.arrival.eta
    first, last = one.moment if one else None, other.moment if other else None
    if first and last and first.date() == last.date():
        low, high = min(first, last), max(first, last)
        departures = [call.departed.moment for call in after.calls if call.departed and call.departed.moment]
        if not any(low <= departed <= high for departed in departures):
            return frozenset(paths)
    return frozenset({*paths, "arrival.eta"})


def _calls(before: Incoming, after: Incoming) -> Iterator[Change]:
    left = list(enumerate(before.calls))
    for number, call in enumerate(after.calls):
        match = next((one for one in left if same_call(one[1], call)), None)
        match = match or next((one for one in left if same_place(one[1].place, call.place)), None)
        if match is None:
            yield _whole(call, number, Doing.ADDED)
            continue
        left.remove(match)
        old, new = _flat(match[1]), _flat(call)
        for one in _changes(old, new, f"calls[{number}].", told(call), frozenset()):
            yield msgspec.structs.replace(one, matters=one.path.rpartition(".")[2] not in _WORDS | {"is_last_port"})
    for number, call in left:
        yield _whole(call, number, Doing.REMOVED)


def _whole(call: Call, number: int, doing: Doing) -> Change:
    said = told(call)
    return Change(
        path=f"calls[{number}]",
        doing=doing,
        before=said if doing is Doing.REMOVED else "",
        after=said if doing is Doing.ADDED else "",
        call=said,
        matters=True,
    )


def told(call: Call) -> str:
    """A call in words: place and day of departure."""
    day = call.departed.moment.date().isoformat() if call.departed and call.departed.moment else ""
    return ", ".join(filter(None, (call.place.said or call.place.locode or "", day)))


def _changes(
    old: Mapping[str, str], new: Mapping[str, str], prefix: str, call: str, paths: frozenset[str]
) -> Iterator[Change]:
    for path in dict.fromkeys((*old, *new)):
        before, after = old.get(path, ""), new.get(path, "")
        if before != after:
            doing = Doing.CHANGED if before and after else Doing.ADDED if after else Doing.REMOVED
            yield Change(path=prefix + path, doing=doing, before=before, after=after, call=call, matters=path in paths)


def _plain(incoming: Incoming) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in incoming.__struct_fields__:
        if name not in _ASIDE:
            _flatten(name, getattr(incoming, name), found)
    return found


def _flat(call: Call) -> dict[str, str]:
    found: dict[str, str] = {}
    _flatten("", call, found)
    return found


def _flatten(path: str, value: Any, found: dict[str, str]) -> None:
    """Values as text by path; a time is its moment, or its words where it has none."""
    if value is None or value == ():
        return
    if isinstance(value, When):
        found[path] = value.moment.isoformat().replace("+00:00", "Z") if value.moment else value.said
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            _flatten(f"{path}.{name}".removeprefix("."), getattr(value, name), found)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            _flatten(f"{path}[{number}]", one, found)
    elif isinstance(value, bool):
        found[path] = "yes" if value else "no"
    elif str(value):
        found[path] = str(value)
