"""Every text that a voyage table may hold, once."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from roadstead.screening.generate.berths import Berths
from roadstead.screening.generate.ports import Ints
from roadstead.screening.generate.stops import PURPOSES
from roadstead.screening.generate.world import World


@dataclass(frozen=True)
class Wording:
    """Every text that a table may hold, as Arrow arrays to take from."""

    ports: pa.Array
    countries: pa.Array
    country: Ints
    facilities: pa.Array
    berths: Berths
    purposes: pa.Array
    ships: pa.Array
    types: pa.Array
    flags: pa.Array
    companies: pa.Array

    @classmethod
    def of(cls, world: World, berths: Berths) -> "Wording":
        """Gather the texts."""
        countries = list(dict.fromkeys(world.ports.countries))
        return cls(
            ports=_texts(world.ports.codes),
            countries=_texts(countries),
            country=np.array([countries.index(country) for country in world.ports.countries]),
            facilities=_texts(berths.texts),
            berths=berths,
            purposes=_texts(PURPOSES),
            ships=_texts(world.fleet.numbers()),
            types=_texts(world.fleet.type_names),
            flags=_texts(world.fleet.flag_names),
            companies=_texts(world.fleet.company_names),
        )


def _texts(values: Iterable[str]) -> pa.Array:
    return pa.array(list(values), type=pa.string())
