"""Agendas to begin with, by kind of visit, from the authored file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Draft:
    """An item to begin with. starts, ends: local times, None where the visit has no days yet."""

    block: str
    purpose: str
    purpose_local: str
    place: str
    starts: datetime | None
    ends: datetime | None
    prepare: str
    prepare_local: str


@dataclass(frozen=True, slots=True)
class Stay:
    """A leg of the visit, as far as a template wants it."""

    place: str
    first: date
    last: date


@cache
def _authored() -> dict[str, Any]:
    text = files("roadstead.visits").joinpath("data/agenda_templates.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    return said


def languages() -> tuple[str, ...]:
    """The languages in which the items of templates are written, beside English."""
    return tuple(_authored()["languages"])


def drafts(kind: str, *, first: date | None, last: date | None, stays: Sequence[Stay], language: str) -> list[Draft]:
    """The items for a kind of visit: those of ports once for each stay. A language without texts leaves them empty."""
    found = []
    for entry in _authored()["kinds"][kind]:
        if entry.get("each_leg"):
            found += [_draft(entry, one.first, one.place, language) for one in stays or (_nowhere(first),)]
        else:
            found.append(_draft(entry, last if entry.get("day") == "last" else first, "", language))
    return found


def _draft(entry: dict[str, Any], day: date | None, place: str, language: str) -> Draft:
    text = _authored()["items"][entry["item"]]
    starts = datetime.combine(day, time.fromisoformat(entry["at"])) if day else None
    ends = starts + timedelta(minutes=entry["minutes"]) if starts else None
    purpose, prepare = text["purpose"], text.get("prepare", {})
    return Draft(
        text["block"],
        purpose["en"],
        purpose.get(language, ""),
        place,
        starts,
        ends,
        prepare.get("en", ""),
        prepare.get(language, ""),
    )


def _nowhere(first: date | None) -> Any:
    return Stay("", first, first) if first else _Unplanned


class _Unplanned:
    """A stay of which nothing is known yet."""

    place, first = "", None
