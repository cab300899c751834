"""Which US ports ships from a country call at, for reciprocal visits below, whose match asks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.cache import caches

from roadstead.analytics import queries
from roadstead.hosting.traffic import Traffic, register

REMEMBERED = 3_600  # seconds; a table has some hundred ports


def of_country(country: str) -> Traffic | None:
    """Arrivals on the newest set of voyages after a call in a country, by US port; counted once for each set."""
    chosen = next(iter(queries.voyage_sets()), None)
    if chosen is None:
        return None
    counted = _remembered(f"{chosen.name}:{chosen.made}:{country}", lambda: _arrivals(chosen.folder, country))
    types = _remembered(f"{chosen.name}:{chosen.made}:types", lambda: _types(chosen.folder))
    return Traffic(chosen.label, chosen.invented, counted, types)


def _remembered(about: str, count: Callable[[], Any]) -> Any:
    key = f"host-traffic:{about}"
    found = caches["memory"].get(key)
    if found is None:
        found = count()
        caches["memory"].set(key, found, REMEMBERED)
    return found


# The engine takes a while to import, and most pages need none.


def _arrivals(folder: Path, country: str) -> dict[str, int]:
    from roadstead.screening.from_country import arrivals_after

    return arrivals_after(folder, country)


def _types(folder: Path) -> dict[str, dict[str, int]]:
    from roadstead.screening.from_country import types_by_port

    return types_by_port(folder)


register(of_country)
