"""Countries as people write them."""

from collections.abc import Callable
from functools import lru_cache

from roadstead.common.folding import fold
from roadstead.registry import queries as registry


def reader_of_countries() -> Callable[[str], str]:
    """A function from a text to a country’s code, "" where it names none or several; it remembers what it was asked."""
    return lru_cache(maxsize=2_000)(_code)


def _code(text: str) -> str:
    said = text.strip()
    if len(said) == 2 and (found := registry.country(said)) is not None:
        return found.code
    matches = registry.find_countries(said, limit=3)
    exact = [one for one in matches if fold(said) in (fold(one.name), fold(one.official_name))]
    if len(exact) == 1:
        return exact[0].code
    return matches[0].code if len(matches) == 1 else ""
