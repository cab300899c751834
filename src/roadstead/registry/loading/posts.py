"""Posts of liaison officers, from our own file."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class PostRecord:
    """A place where liaison officers are or were stationed; days only where a source gives them."""

    code: str
    name: str
    place: str
    country: str
    source: str
    since: date | None
    until: date | None
    former: bool


def build(data: dict[str, Any]) -> tuple[PostRecord, ...]:
    """The posts of posts.yaml. Raises KeyError where one lacks a field, ValueError where a code stands twice."""
    found = tuple(_post(row) for row in data["posts"])
    if len({one.code for one in found}) < len(found):
        raise ValueError("posts.yaml names a post twice.")
    return found


def _post(row: dict[str, Any]) -> PostRecord:
    return PostRecord(
        code=row["code"],
        name=row["name"],
        place=row["place"],
        country=row["country"],
        source=row["source"],
        since=row.get("since"),
        until=row.get("until"),
        former=row.get("former", False),
    )
