"""The ports that voyages go to: UN/LOCODE, position, what is loaded and discharged there, what else ships stop for.

Codes and names are UN/LOCODE's (release 2023-1), positions too where it has a right one, else searoute's or set by
hand from general geographic knowledge. Weights are ours.
"""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from roadstead.screening.generate.authored import read_rows

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
DOMESTIC = frozenset({"US", "PR", "VI", "GU", "MP", "AS"})  # countries in UN/LOCODE whose ports are US ports
TRAMPS = ("bulk", "crude", "products", "chemicals", "lng", "lpg", "general")
STOPS = ("bunkers", "ship_to_ship", "anchorage", "yard")


@dataclass(frozen=True)
class Ports:
    """Ports by number. latitude, longitude: degrees, north and east positive.

    loads, discharges: by trade, the weight of each port. stops: by kind of stop, whether ships make it there.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    latitude: Floats
    longitude: Floats
    loads: dict[str, Floats]
    discharges: dict[str, Floats]
    stops: dict[str, Flags]

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of a port by its code."""
        return {code: number for number, code in enumerate(self.codes)}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The country of each port."""
        return tuple(code[:2] for code in self.codes)

    @cached_property
    def domestic(self) -> Flags:
        """Which ports are US ports."""
        return np.array([country in DOMESTIC for country in self.countries])

    def numbers(self, codes: str) -> list[int]:
        """The numbers of ports written as codes with spaces between. Raises KeyError."""
        return [self.number[code] for code in codes.split()]


@cache
def load() -> Ports:
    """Read the ports of the package, once."""
    rows = read_rows("ports")
    weights = {trade: np.array([_weights(row[trade]) for row in rows]) for trade in TRAMPS}
    return Ports(
        codes=tuple(row["locode"] for row in rows),
        names=tuple(row["name"] for row in rows),
        latitude=np.array([float(row["latitude"]) for row in rows]),
        longitude=np.array([float(row["longitude"]) for row in rows]),
        loads={trade: pair[:, 0] for trade, pair in weights.items()},
        discharges={trade: pair[:, 1] for trade, pair in weights.items()},
        stops={stop: np.array([stop in row["stops"].split() for row in rows]) for stop in STOPS},
    )


def _weights(text: str) -> tuple[float, float]:
    """ "3/5" as the weights of loading and discharging."""
    load, _, discharge = text.partition("/")
    return (float(load), float(discharge)) if text else (0.0, 0.0)
