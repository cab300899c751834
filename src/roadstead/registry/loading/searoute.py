"""searoute's list of ports: positions that UN/LOCODE lacks, of mixed quality."""

import json
from dataclasses import dataclass
from pathlib import Path

from roadstead.registry.loading.unlocode import Position

SOURCE = "searoute"


@dataclass(frozen=True, slots=True)
class ListedPort:
    """One code of searoute: its names, every position given for it, and whether it has terminals."""

    locode: str
    names: tuple[str, ...]
    positions: tuple[Position, ...]
    has_terminals: bool


def read(path: Path) -> dict[str, ListedPort]:
    """The ports by UN/LOCODE; 38 codes stand twice, with positions that may be far apart."""
    ports: dict[str, ListedPort] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        facts = feature["properties"]
        longitude, latitude = feature["geometry"]["coordinates"][:2]
        code = facts["port"]
        known = ports.get(code, ListedPort(code, (), (), False))
        ports[code] = ListedPort(
            code,
            (*known.names, facts["name"]),
            (*known.positions, Position(latitude, longitude)),
            known.has_terminals or facts.get("t") is not None,
        )
    return ports
