"""Bodies and their members, as groupings.yaml has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Member:
    """A country in a body. until: the day of leaving."""

    country: str
    since: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupingRecord:
    """A body with its members. known: whether these are all of them; else not one is loaded."""

    code: str
    name: str
    source: str
    as_of: date
    note: str
    known: bool
    members: tuple[Member, ...]


def read(data: Mapping[str, Any]) -> tuple[GroupingRecord, ...]:
    """The bodies of the file. Raises KeyError or TypeError where a record lacks a field or has a wrong one."""
    return tuple(_grouping(code, row, data["as_of"]) for code, row in data["groupings"].items())


def _grouping(code: str, row: Mapping[str, Any], as_of: date) -> GroupingRecord:
    members = row["members"]
    named = members.items() if isinstance(members, Mapping) else ((one, {}) for one in members)
    return GroupingRecord(
        code=code,
        name=row["name"],
        source=row["source"],
        as_of=as_of,
        note=row.get("note", ""),
        known=row.get("known", True),
        members=tuple(Member(country, **said) for country, said in named),
    )
