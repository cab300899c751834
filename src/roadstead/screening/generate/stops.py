"""What happens on the way: canal transits that ships report as calls, and bunker calls at ports close to the route."""

from dataclasses import dataclass

import numpy as np

from roadstead.screening.generate.ports import Floats, Ints, Ports
from roadstead.screening.generate.seaways import Seaways

PURPOSES = (
    "cargo",
    "passengers",
    "bunkers",
    "crew",
    "stores",
    "repairs",
    "anchorage",
    "ship_to_ship",
    "medical",
    "canal_transit",
    "other",
)
PURPOSE = {purpose: number for number, purpose in enumerate(PURPOSES)}
NONE = -1  # no purpose given: cargo
# Why a call that is not for cargo is made: crew change, stores, waiting off the port, a sick man landed.
OTHER = (("crew", 0.24), ("stores", 0.1), ("anchorage", 0.44), ("medical", 0.09), ("other", 0.13))
LONG_LEG = 2_500  # nautical miles from which bunkers are taken on the way
DETOUR = 120  # nautical miles that a ship goes out of her way for them


@dataclass(frozen=True)
class OnTheWay:
    """bunkers: for every pair of ports the best place for bunkers, -1 where none is near the way.

    panama, suez: the two ends of each canal, Atlantic or Mediterranean side first.
    """

    bunkers: Ints
    panama: tuple[int, int]
    suez: tuple[int, int]


def on_the_way(ports: Ports, seaways: Seaways) -> OnTheWay:
    """Find for every pair of ports where bunkers are taken with both canals open."""
    miles = seaways.miles[3]
    best = np.full(miles.shape, np.inf)
    place = np.full(miles.shape, -1)
    for hub in np.flatnonzero(ports.stops["bunkers"]):
        around = miles[:, hub, None] + miles[None, hub, :] - miles
        around[hub, :] = around[:, hub] = np.inf
        better = around < best
        best[better] = around[better]
        place[better] = hub
    place[(best > DETOUR) | (miles < LONG_LEG)] = -1
    number = ports.number
    return OnTheWay(
        bunkers=place,
        panama=(number["PACTB"], number["PABLB"]),
        suez=(number["EGPSD"], number["EGSUZ"]),
    )


def transit_port(way: OnTheWay, panama: bool, side: Floats) -> Ints:
    """The port that stands for a transit; side: uniform draw."""
    first, second = way.panama if panama else way.suez
    return np.where(side < 0.5, first, second)


def other_purposes(draw: Floats) -> Ints:
    """Purposes of calls that are not for cargo; draw: uniform."""
    bounds = np.cumsum([share for _, share in OTHER])
    numbers = np.array([PURPOSE[name] for name, _ in OTHER])
    found: Ints = numbers[np.searchsorted(bounds, draw, side="right").clip(max=len(OTHER) - 1)]
    return found
