"""Sea distances along shipping lanes, with both canals to open or shut."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import rustworkx

from roadstead.screening.generate.network import CANALS, Network, between, nearest_nodes, network_file, read
from roadstead.screening.generate.ports import Flags, Floats, Ports, load

NEAR_ENOUGH = 1.0  # nautical miles by which a way must be longer to count as another one


@dataclass(frozen=True)
class Seaways:
    """Distances between ports in nautical miles, ports × ports, for each state of the canals.

    States are numbered 0 both shut, 1 Panama open, 2 Suez open, 3 both open.
    """

    miles: Floats
    through_panama: Flags
    through_suez: Flags


@cache
def between_ports() -> Seaways:
    """The distances between the package's ports, worked out once; that takes about a second."""
    return measure(load())


def measure(ports: Ports) -> Seaways:
    """Work out every distance. Raises ScreeningError where the network is not installed."""
    network = read(network_file())
    spots = np.array(list(network.nodes))
    nearest, off = nearest_nodes(ports, spots)
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


def _shortest(network: Network, spots: Floats, ends: list[int]) -> Floats:
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
