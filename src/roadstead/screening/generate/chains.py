"""Where a ship came from: its ports one before the other, back from the US arrival."""

from dataclasses import dataclass

from roadstead.screening.generate.ports import Ints

STEPS = 10  # ports before the arrival; no voyage has more rows


@dataclass(frozen=True)
class Chains:
    """Ports and roles, voyages × (STEPS + 1); column 0 is the arrival, column k the k-th port before it."""

    ports: Ints
    roles: Ints
