"""How a match asks which US ports ships from a country call at, and what these ports handle by the ships that come.

Who can count stands above, and says so here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from roadstead.registry.enums import CargoKind

# What a type of ship is there for; types that say nothing of the cargo are left out.
HANDLED: Mapping[str, CargoKind] = {
    "Container Ship": CargoKind.CONTAINERS,
    "Bulk Carrier": CargoKind.DRY_BULK,
    "Crude Oil Tanker": CargoKind.OIL,
    "Oil Products Tanker": CargoKind.OIL,
    "Oil/Chemical Tanker": CargoKind.CHEMICALS,
    "Chemical Tanker": CargoKind.CHEMICALS,
    "LNG Tanker": CargoKind.GAS,
    "LPG Tanker": CargoKind.GAS,
    "Vehicle Carrier": CargoKind.VEHICLES,
    "Ro-Ro Cargo Ship": CargoKind.VEHICLES,
    "General Dry Cargo Ship": CargoKind.GENERAL,
    "Passenger Ship": CargoKind.PASSENGERS,
}
FEWEST, SHARE = 10, 0.03  # arrivals of a type, and of all, below which a port does not count as handling it


@dataclass(frozen=True, slots=True)
class Traffic:
    """Arrivals at US ports of ships that had called at a country, by port. record: the voyages on record, by name.

    types: of all arrivals at each US port, how many were of each type of ship.
    """

    record: str
    invented: bool
    by_port: Mapping[str, int] = field(default_factory=dict)
    types: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def handled(self, port: str) -> frozenset[str]:
        """What a port handles, by the ships that come."""
        types = self.types.get(port, {})
        least = max(FEWEST, SHARE * sum(types.values()))
        return frozenset(HANDLED[name].value for name, count in types.items() if name in HANDLED and count >= least)


Counter = Callable[[str], Traffic | None]  # of a country; None where there are no voyages on record
COUNTERS: list[Counter] = []


def register(counter: Counter) -> None:
    """Say who counts. Raises ValueError if it was said already."""
    if COUNTERS:
        raise ValueError("It is said twice who counts the ships from a country")
    COUNTERS.append(counter)


def of_country(country: str) -> Traffic | None:
    """The ships of a country at US ports; None where nobody counts them."""
    return COUNTERS[0](country) if COUNTERS else None
