"""What is open with some countries: each app says it for its own, in its unfinished.py, so that nothing is lost when a
portfolio passes to another officer.

What is found is written into the hand-over and read by all who may read that; so what is restricted to named people is
never among it.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Held, Viewer

READER = Viewer(
    name="hand-over",
    held=(Held(role="hand-over", permissions=frozenset({Permission.READ_PROGRAMME}), scopes=None),),
)


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something to be done or known about a country: what it is in words, and its page on the desk, if it has one."""

    country: str
    text: str
    url: str = ""


Find = Callable[[Collection[str], Viewer], Iterable[OpenItem]]
SOURCES: dict[str, Find] = {}


def register(kind: str, find: Find) -> None:
    """Say how open things of a kind are found. Raises ValueError if it was said already."""
    if kind in SOURCES:
        raise ValueError(f"It is said twice how open {kind} are found")
    SOURCES[kind] = find


def open_with(countries: Collection[str]) -> list[OpenItem]:
    """What is open with some countries, by country, as anyone of the programme may read it."""
    found = [item for find in SOURCES.values() for item in find(countries, READER)]
    return sorted(found, key=lambda item: (item.country, item.text))
