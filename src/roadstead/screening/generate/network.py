"""searoute's network of shipping lanes, read as a data file.

Source: searoute 1.6 (Apache-2.0), `marnet_searoute.geojson`, after Eurostat's network of maritime routes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np

from roadstead.screening.errors import ScreeningError
from roadstead.screening.generate.ports import Floats, Ints, Ports

EARTH_RADIUS = 3440.065  # nautical miles
CANALS = ("panama", "suez")
SHUT = "northwest"
# The piece of the canal that is taken out of the network: where on it a longitude or a latitude is passed.
_CUTS = {"panama": (0, -79.77), "suez": (1, 30.26)}
Point = tuple[float, float]


@dataclass
class Network:
    """Nodes (longitude, latitude) and edges; mouths: the two ends of each canal's missing piece."""

    nodes: dict[Point, int]
    edges: list[tuple[int, int]]
    mouths: dict[str, tuple[int, int]]


def between(longitude: Floats, latitude: Floats, other_longitude: Floats, other_latitude: Floats) -> Floats:
    """Great-circle distance in nautical miles; arguments in degrees."""
    lon, lat, lon2, lat2 = (np.radians(value) for value in (longitude, latitude, other_longitude, other_latitude))
    half = np.sin((lat2 - lat) / 2) ** 2 + np.cos(lat) * np.cos(lat2) * np.sin((lon2 - lon) / 2) ** 2
    distance: Floats = EARTH_RADIUS * 2 * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return distance


@cache
def network_file() -> Path:
    """searoute's network, found without importing the package (that would cost a second). Raises ScreeningError."""
    spec = find_spec("searoute")
    if spec is None or spec.origin is None:
        raise ScreeningError("The package searoute is not installed: run make start, which installs it.")
    return Path(spec.origin).parent / "data" / "marnet_searoute.geojson"


def read(path: Path) -> Network:
    network = Network({}, [], {})
    for passage, start, end in _pieces(path):
        ends = tuple(network.nodes.setdefault(_normal(point), len(network.nodes)) for point in (start, end))
        if passage in _CUTS and _cut(passage, start, end):
            network.mouths[passage] = (ends[0], ends[1])
        elif passage != SHUT:
            network.edges.append((ends[0], ends[1]))
    return network


def _pieces(path: Path) -> Iterator[tuple[str | None, Point, Point]]:
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        for line in shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]:
            for start, end in pairwise(line):
                yield feature["properties"].get("passage"), start, end


def _normal(point: Point) -> Point:
    """The same place written in one way: longitudes from -180 (not included) to 180."""
    longitude = (point[0] + 180) % 360 - 180
    return (180.0 if longitude == -180 else round(longitude, 6), point[1])


def _cut(passage: str, start: Point, end: Point) -> bool:
    axis, line = _CUTS[passage]
    return min(start[axis], end[axis]) < line <= max(start[axis], end[axis])


def nearest_nodes(ports: Ports, spots: Floats) -> tuple[Ints, Floats]:
    """For each port its node, and how far that is off."""
    chords = _unit(ports.longitude, ports.latitude) @ _unit(spots[:, 0], spots[:, 1]).T
    nearest: Ints = chords.argmax(axis=1)
    return nearest, between(ports.longitude, ports.latitude, spots[nearest, 0], spots[nearest, 1])


def _unit(longitude: Floats, latitude: Floats) -> Floats:
    lon, lat = np.radians(longitude), np.radians(latitude)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
