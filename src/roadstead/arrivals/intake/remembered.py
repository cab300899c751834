"""Ports and zones as the register has them, remembered by this process for a minute at most.

They change only when reference data are loaded, and every notice asks for half a dozen of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.cache import caches

from roadstead.registry.queries import PortInfo, ports_by_code
from roadstead.registry.queries.zones import zone_of

SECONDS = 60
KEY = "arrivals.remembered"  # in the cache of this process: for as long as it is there, what is remembered holds


@dataclass(frozen=True, slots=True)
class _Held:
    """What is not there is remembered as None."""

    ports: dict[str, PortInfo | None] = field(default_factory=dict)
    zones: dict[str, str | None] = field(default_factory=dict)


_latest: list[_Held] = [_Held()]


def ports(codes: Iterable[str]) -> dict[str, PortInfo]:
    """The ports of codes; those that are not known are left out. One query for all that are not remembered."""
    held, wanted = _fresh().ports, set(codes)
    if new := wanted - held.keys():
        found = ports_by_code(new)
        held.update({code: found.get(code) for code in new})
    return {code: one for code in wanted if (one := held.get(code))}


def zone(port: str) -> str | None:
    """The Captain of the Port zone of a port; None where no source places it in one."""
    held = _fresh().zones
    if port not in held:
        place = zone_of(port) if port else None
        held[port] = place.zone if place else None
    return held[port]


def _fresh() -> _Held:
    if caches["memory"].get(KEY) is None:
        caches["memory"].set(KEY, True, SECONDS)
        _latest[:] = [_Held()]
    return _latest[0]
