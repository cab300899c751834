"""What an upper app has written down of a person who is forgotten here: it takes the name away, too."""

from collections.abc import Callable, Collection

Forget = Callable[[Collection[int]], None]
SOURCES: dict[str, Forget] = {}


def register(kind: str, forget: Forget) -> None:
    """Say how the names of forgotten people leave records of a kind. Raises ValueError if it was said already."""
    if kind in SOURCES:
        raise ValueError(f"It is said twice how people are forgotten in {kind}")
    SOURCES[kind] = forget


def told_of(contacts: Collection[int]) -> None:
    """Take the names of some people, by the numbers of their entries, out of what upper apps keep."""
    for forget in SOURCES.values():
        forget(contacts)
