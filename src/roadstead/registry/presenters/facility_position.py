"""The position of facilities, in words and for a map."""

from collections.abc import Iterable
from typing import Any

from roadstead.registry.models import Facility


def shown(one: Facility) -> str:
    """ "49° 17.22′ N, 123° 07.22′ W"; "" where it is not known."""
    if one.latitude is None or one.longitude is None:
        return ""
    return f"{_side(float(one.latitude), 'NS', 2)}, {_side(float(one.longitude), 'EW', 3)}"


def for_map(facilities: Iterable[Facility]) -> list[dict[str, Any]]:
    """The points of those that have a position."""
    return [
        {"x": float(one.longitude), "y": float(one.latitude), "name": one.name, "words": one.number or ""}
        for one in facilities
        if one.latitude is not None and one.longitude is not None
    ]


def _side(degrees: float, letters: str, width: int) -> str:
    whole, hundredths = divmod(round(abs(degrees) * 6_000), 6_000)
    letter = letters[0] if degrees >= 0 else letters[1]
    return f"{whole:0{width}d}° {hundredths / 100:05.2f}′ {letter}"
