"""What journeys are made from, and the ships that make them."""

from dataclasses import dataclass

from roadstead.screening.generate.commerce import Commerce
from roadstead.screening.generate.fleet import Fleet
from roadstead.screening.generate.ports import Flags, Floats, Ints, Ports
from roadstead.screening.generate.seaways import Seaways
from roadstead.screening.generate.stops import OnTheWay


@dataclass(frozen=True)
class World:
    """All that journeys are made from."""

    ports: Ports
    seaways: Seaways
    way: OnTheWay
    commerce: Commerce
    fleet: Fleet


@dataclass(frozen=True)
class Ships:
    """The ships of a part's voyages. speed: knots. canals: the state of the seaways that they sail.

    tells_home: does the notice name calls in US ports among the others?
    """

    number: Ints
    trade: Ints
    speed: Floats
    canals: Ints
    tells_home: Flags
