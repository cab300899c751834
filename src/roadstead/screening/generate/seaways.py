"""Sea distances along shipping lanes: searoute's network, read as a data file, with both canals to open or shut.

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
import rustworkx

from roadstead.screening.errors import ScreeningError
from roadstead.screening.generate.ports import Flags, Floats, Ints, Ports, load

EARTH_RADIUS = 3440.065  # nautical miles
CANALS = ("panama", "suez")
SHUT = "northwest"
# The piece of the canal that is taken out of the network: where on it a longitude or a latitude is passed.
_CUTS = {"panama": (0, -79.77), "suez": (1, 30.26)}
NEAR_ENOUGH = 1.0  # nautical miles by which a way must be longer to count as another one
Point = tuple[float, float]


@dataclass(frozen=True)
class Seaways:
    """Distances between ports in nautical miles, ports × ports, for each state of the canals.

    States are numbered 0 both shut, 1 Panama open, 2 Suez open, 3 both open.
    """

    miles: Floats
    through_panama: Flags
    through_suez: Flags


@dataclass
class _Network:
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


@cache
def between_ports() -> Seaways:
    """The distances between the package's ports, worked out once; that takes about a second."""
    return measure(load())


def measure(ports: Ports) -> Seaways:
    """Work out every distance. Raises ScreeningError where the network is not installed."""
    network = _read(network_file())
    spots = np.array(list(network.nodes))
    nearest, off = _nearest(ports, spots)
    mouths = [mouth for canal in CANALS for mouth in network.mouths[canal]]
    shut = _shortest(network, spots, [*nearest.tolist(), *mouths])
    reach = np.concatenate([off, np.zeros(len(mouths))])
    shut += reach[:, None] + reach[None, :]
    count = len(ports.codes)
    widths = [_width(spots, *network.mouths[canal]) for canal in CANALS]
    panama = _opened(shut, count, count + 1, widths[0])
    suez = _opened(shut, count + 2, count + 3, widths[1])
    both = _opened(panama, count + 2, count + 3, widths[1])
    miles = np.stack([state[:count, :count] for state in (shut, panama, suez, both)])
    for state in miles:
        np.fill_diagonal(state, 0)
    return Seaways(
        miles=miles,
        through_panama=miles < miles[[0, 0, 2, 2]] - NEAR_ENOUGH,
        through_suez=miles < miles[[0, 1, 0, 1]] - NEAR_ENOUGH,
    )


def _read(path: Path) -> _Network:
    network = _Network({}, [], {})
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


def _nearest(ports: Ports, spots: Floats) -> tuple[Ints, Floats]:
    """For each port its node, and how far that is off."""
    chords = _unit(ports.longitude, ports.latitude) @ _unit(spots[:, 0], spots[:, 1]).T
    nearest: Ints = chords.argmax(axis=1)
    return nearest, between(ports.longitude, ports.latitude, spots[nearest, 0], spots[nearest, 1])


def _unit(longitude: Floats, latitude: Floats) -> Floats:
    lon, lat = np.radians(longitude), np.radians(latitude)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _shortest(network: _Network, spots: Floats, ends: list[int]) -> Floats:
    """Shortest ways between all pairs of ends, ends × ends."""
    edges = np.array(network.edges)
    start, end = spots[edges[:, 0]], spots[edges[:, 1]]
    lengths = between(start[:, 0], start[:, 1], end[:, 0], end[:, 1]).tolist()
    graph: rustworkx.PyGraph[None, float] = rustworkx.PyGraph()
    graph.add_nodes_from([None] * len(spots))
    graph.add_edges_from([(a, b, length) for (a, b), length in zip(network.edges, lengths, strict=True)])
    rows: dict[int, list[float]] = {}
    for node in dict.fromkeys(ends):
        ways = rustworkx.dijkstra_shortest_path_lengths(graph, node, float)
        rows[node] = [ways[other] if other != node else 0.0 for other in ends]
    return np.array([rows[node] for node in ends])


def _width(spots: Floats, a: int, b: int) -> float:
    return float(between(spots[a, 0], spots[a, 1], spots[b, 0], spots[b, 1]))


def _opened(miles: Floats, a: int, b: int, width: float) -> Floats:
    """The distances once the ends a and b are joined."""
    one_way = miles[:, a, None] + width + miles[None, b, :]
    other_way = miles[:, b, None] + width + miles[None, a, :]
    opened: Floats = np.minimum(miles, np.minimum(one_way, other_way))
    return opened
