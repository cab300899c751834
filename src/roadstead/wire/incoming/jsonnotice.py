"""Notices as `roadstead/notice/1` JSON, one or many, with the fields that a notice has beyond a verdict; JSON Lines."""

from codecs import BOM_UTF8
from typing import Any

import msgspec

from roadstead.wire.errors import not_json
from roadstead.wire.incoming import lands
from roadstead.wire.incoming.build import build
from roadstead.wire.incoming.draft import Draft, Fields, Tally
from roadstead.wire.incoming.fields import CALL, CDC, ITEMS, NOTICE
from roadstead.wire.incoming.problem import Problem, RefusedError
from roadstead.wire.incoming.value import Incoming
from roadstead.wire.shapes import MOST_BERTHS, SCHEMA

SHAPE = "roadstead-json"
_LISTS = {"calls": CALL, "cdc": CDC}
_PEOPLE = {"crew": "crew", "others": "others", "passengers": "others"}
_TODO = "Send a roadstead/notice/1 document."


def read(body: bytes) -> list[Incoming | Problem]:
    """One document, a list of them, or one on each line."""
    body = body.removeprefix(BOM_UTF8)
    try:
        whole = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _lines(body) if _has_lines(body) else [_broken(error, body, "file")]
    many = whole if isinstance(whole, list) else [whole]
    return [one(document, f"notice {number}") for number, document in enumerate(many, start=1)]


def one(document: object, at: str) -> Incoming | Problem:
    """One decoded document."""
    if not isinstance(document, dict):
        return Problem(at=at, what="is no JSON object.", todo=_TODO)
    if document.get("schema", SCHEMA) != SCHEMA:
        return Problem(at=f"{at}, schema", what=f"should be “{SCHEMA}”.", todo=_TODO)
    draft = Draft(shape=SHAPE)
    for name, value in document.items():
        _top(draft, name, value)
    try:
        return build(draft)
    except RefusedError as refused:
        problem = refused.problem
        return Problem(at=at, what=problem.what, todo=problem.todo)


def _top(draft: Draft, name: str, value: Any) -> None:
    if name == "schema" or value is None:
        return
    if name in _PEOPLE:
        _people(draft, _PEOPLE[name], value)
    elif name in _LISTS and isinstance(value, list):
        _many(draft, name, value)
    elif name == "cargo" and isinstance(value, dict):
        _many(draft, "cdc", value.get("cdc") or [])
        _flatten(draft, draft.fields, "cargo", {key: one for key, one in value.items() if key != "cdc"}, NOTICE)
    else:
        _flatten(draft, draft.fields, name, value, NOTICE)


def _many(draft: Draft, name: str, values: Any) -> None:
    into = draft.calls if name == "calls" else draft.cdc
    for number, value in enumerate(values if isinstance(values, list) else []):
        fields: Fields = {}
        into.append(fields)
        for key, inner in value.items() if isinstance(value, dict) else ():
            _flatten(draft, fields, key, inner, _LISTS[name], f"{name}[{number}].")


def _flatten(draft: Draft, fields: Fields, name: str, value: Any, known: frozenset[str], at: str = "") -> None:
    """Values by their canonical names; a name that is not known is noted, and what it holds is not looked at."""
    if value is None:
        return
    if isinstance(value, dict) and any(field.startswith(f"{name}.") for field in known):
        for key, inner in value.items():
            _flatten(draft, fields, f"{name}.{key}", inner, known, at)
    elif name == "berths" and isinstance(value, list):
        for number, berth in enumerate(value[:MOST_BERTHS]):
            for key in ("facility", "facility_name"):
                inner = berth.get(key) if isinstance(berth, dict) else None
                draft.put(fields, f"berths[{number}].{key}", _text(inner), f"{at}berths[{number}].{key}")
    elif name in known and isinstance(value, str | int | float):
        draft.put(fields, name, _text(value), at + name)
    else:
        draft.not_understood(at + name)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int | float) else ""


def _people(draft: Draft, group: str, value: Any) -> None:
    """Counts as they are; of a list of people only how many and of which nationality."""
    tally = Tally()
    if isinstance(value, list):
        for person in value:
            land = person.get("nationality") if isinstance(person, dict) else None
            tally.add(lands.country(land) if isinstance(land, str) else None, set())
    elif isinstance(value, dict):
        draft.put(draft.fields, f"{group}.stated", _text(value.get("stated")), f"{group}.stated")
        counts = value.get("by_nationality")
        for land, number in counts.items() if isinstance(counts, dict) else ():
            if isinstance(number, int) and not isinstance(number, bool) and 0 < number <= 100_000:
                tally.nationalities[lands.country(land) or ""] += number
                tally.people += number
        if not isinstance(counts, dict):
            return
        _lacking(draft, group, tally, value.get("lacking"))
    else:
        draft.not_understood(group)
        return
    if group == "crew":
        draft.crew = tally
    else:
        draft.others = tally


def _lacking(draft: Draft, group: str, tally: Tally, lacking: Any) -> None:
    """How many lines lack an item, as `export` writes it."""
    for item, people in lacking.items() if isinstance(lacking, dict) else ():
        if item in ITEMS and isinstance(people, int) and 0 < people <= tally.people:
            draft.items[group] = (*draft.items.get(group, ()), item)
            tally.filled[item] = tally.people - people


def _has_lines(body: bytes) -> bool:
    lines = [line for line in body.splitlines() if line.strip()]
    return len(lines) > 1 and all(line.lstrip()[:1] == b"{" for line in lines[:2]) and lines[0].rstrip()[-1:] == b"}"


def _lines(body: bytes) -> list[Incoming | Problem]:
    found: list[Incoming | Problem] = []
    for number, line in enumerate(body.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(one(msgspec.json.decode(line), f"line {number}"))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            found.append(_broken(error, line, f"line {number}"))
    return found


def _broken(error: Exception, body: bytes, at: str) -> Problem:
    if isinstance(error, RecursionError):
        return Problem(at=at, what="is nested too deeply to be a notice.", todo=_TODO)
    what, _, todo = str(not_json(error, body).message).partition(". ")
    return Problem(at=at, what=what.removesuffix(".") + ".", todo=todo or "Send the whole document again.")
