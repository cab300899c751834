"""What took place with a country, in one line each: each app says it for its own, in its timeline.py."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from roadstead.common.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Moment:
    """What took place, or is due. sort: the key of its kind; word: its kind in words; href: "" for no page."""

    on: date
    sort: str
    word: str | Promise
    title: str
    href: str = ""
    note: str = ""
    tone: str = ""


Find = Callable[[str, Viewer], Iterable[Moment]]
SOURCES: dict[str, Find] = {}


def register(kind: str, find: Find) -> None:
    """Say how moments of a kind are found, in a number of queries that does not grow with them.

    Raises ValueError if it was said already.
    """
    if kind in SOURCES:
        raise ValueError(f"It is said twice how {kind} come into a timeline")
    SOURCES[kind] = find


def moments(country: str, viewer: Viewer) -> list[Moment]:
    """What took place with a country, as far as somebody may read it, the latest first."""
    found = [one for find in SOURCES.values() for one in find(country, viewer)]
    return sorted(found, key=lambda one: (one.on, one.sort, one.title), reverse=True)
