"""Who may open which address, and how: read off the views themselves, for the guide."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver

from roadstead.common.access.guards import Access

HTTP = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def as_markdown(patterns: Iterable[URLPattern | URLResolver]) -> str:
    """Every address with who may open it and how it answers."""
    said = ["| address | who may | methods |", "|---|---|---|"]
    lines = {f"| `/{route}` | {_who(view)} | {', '.join(methods(view))} |" for route, view in _views(patterns)}
    return "\n".join([*said, *sorted(lines)])


def methods(view: Any) -> list[str]:
    """The methods that a view says it answers; Django keeps them where only the decorator sees them."""
    found: set[str] = set(getattr(view, "answers", ()))
    while view is not None and not found:
        for cell in getattr(view, "__closure__", None) or ():
            found |= _named(cell.cell_contents)
        view = getattr(view, "__wrapped__", None)
    return sorted(found - {"HEAD"}) or ["GET"]


def _named(held: Any) -> set[str]:
    if isinstance(held, list | tuple) and held and all(isinstance(one, str) for one in held):
        return set(held) & HTTP
    return {name for operation in getattr(held, "operations", ()) for name in operation.methods}


def _who(view: Any) -> str:
    access = getattr(view, "access", None)
    if not isinstance(access, Access):
        return "anyone" if getattr(view, "login_required", True) is False else "signed in"
    return " or ".join(f"`{one.value}`" for one in access.any_of) or ("signed in" if access.signed_in else "anyone")


def _views(patterns: Iterable[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns, route)
        else:
            yield route, pattern.callback
