"""Places of a notice to ports of the register: taken where there is one sure match, asked where there are several."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from roadstead.arrivals.intake import remembered
from roadstead.core.names import fold
from roadstead.registry.queries import PortInfo, find_ports
from roadstead.wire.incoming.places import Place, Sureness
from roadstead.wire.incoming.value import Incoming

MOST = 5  # ports that a person is offered


@dataclass(frozen=True, slots=True)
class Resolved:
    """ports: UN/LOCODE by path ("arrival", "calls[0]"); asked: rows of path, what was said, and the ports it may be."""

    ports: dict[str, str]
    asked: list[dict[str, Any]]


def resolve(incoming: Incoming, settled: dict[str, str] | None = None) -> Resolved:
    """The ports of a notice. settled: by path, what somebody has answered. No query for codes that are remembered."""
    given = dict(places_of(incoming))
    known = remembered.ports([place.locode for place in given.values() if place.locode])
    ports, asked = dict(settled or {}), []
    for path, place in given.items():
        if path in ports:
            continue
        code, offered = _one(place, known)
        if code:
            ports[path] = code
        elif offered or place.name or place.city or place.place or (path == "arrival" and place.said):
            asked.append({"path": path, "said": place.said, "ports": offered})
    return Resolved(ports, asked)


def places_of(incoming: Incoming) -> Iterator[tuple[str, Place]]:
    """The places that are resolved, by path: the port of arrival, and the calls."""
    """The places that a verdict wants, by path."""
    yield "arrival", incoming.arrival.place
    for number, call in enumerate(incoming.calls):
        yield f"calls[{number}]", call.place


def _one(place: Place, known: dict[str, PortInfo]) -> tuple[str, list[dict[str, str]]]:
    """The port, or those that it may be. A code that was put together counts once the name agrees with it."""
    found = known.get(place.locode or "")
    if found and (place.sureness is Sureness.GIVEN or _agrees(place, found)):
        return found.code, []
    if place.sureness is Sureness.GIVEN and place.locode:
        return place.locode, []  # a code that the register does not have is still what the ship says
    named = place.name or place.city or place.place or ""
    offered = {found.code: found.name} if found else {}
    matches = find_ports(named, country=place.country, limit=MOST) if named else []
    exact = [one for one in matches if fold(one.name) == fold(named)]
    if len(exact) == 1 and not found and place.country:
        return exact[0].code, []
    offered |= {one.code: one.name for one in matches}
    return "", [{"code": code, "name": name} for code, name in list(offered.items())[:MOST]]


def _agrees(place: Place, port: PortInfo) -> bool:
    """Whether the name beside a code is that of its port, or nothing else is said."""
    said = [fold(one) for one in (place.name, place.city) if one]
    return not said or any(one == fold(port.name) or one in fold(port.name) for one in said)
