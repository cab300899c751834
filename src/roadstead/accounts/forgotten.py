"""What upper apps keep of somebody whose account is closed: they take it away with it."""

from collections.abc import Callable

from roadstead.common.access.viewer import Viewer

Forget = Callable[[int, str, Viewer], None]
SOURCES: dict[str, Forget] = {}


def register(kind: str, forget: Forget) -> None:
    """Say how what is kept of a person (account, address) is taken away. Raises ValueError if it was said already."""
    if kind in SOURCES:
        raise ValueError(f"It is said twice how people are forgotten in {kind}")
    SOURCES[kind] = forget


def told_of(person: int, email: str, by: Viewer) -> None:
    """Have every upper app take away what it keeps of a person."""
    for forget in SOURCES.values():
        forget(person, email, by)
