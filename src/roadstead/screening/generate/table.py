"""Columns of numbers become the voyage table."""

from typing import Any

import numpy as np
import pyarrow as pa

from roadstead.screening.generate.berths import NOT_GIVEN
from roadstead.screening.generate.conduct import Listed, measures
from roadstead.screening.generate.journey import Journeys
from roadstead.screening.generate.ports import Flags, Ints
from roadstead.screening.generate.stops import NONE
from roadstead.screening.generate.wording import Wording
from roadstead.screening.generate.world import Ships, World
from roadstead.screening.voyages import INSTANT, MEASURES, SCHEMA

MICROSECONDS = 60_000_000  # of a minute
PORT_LEFT_OUT = 0.006  # share of calls that name the country only
COUNTRY_LEFT_OUT = 0.012  # share of calls that name the port only


def table_of(
    *,
    first: int,
    arrival: tuple[Ints, Ints],
    journeys: Journeys,
    ships: Ships,
    world: World,
    wording: Wording,
    listed: Listed,
    facts: dict[str, Any],
    chance: np.random.Generator,
) -> pa.Table:
    """The voyage table of one part. first: its first voyage_id. arrival: ports and minutes since 1970."""
    present = journeys.present
    sizes = present.sum(axis=1)
    voyage = np.repeat(np.arange(len(present)), sizes)
    port, minutes = journeys.port[present], arrival[1][voyage]
    number = 1 + np.arange(len(voyage)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    on_list = listed.on(port, minutes)
    ship = ships.number[voyage]
    draw = chance.random((3, len(port)))
    facility = wording.berths.drawn(port, on_list, draw[0], draw[1])
    said = measures(on_list, world.fleet.conduct[ship], facts, chance)
    columns = {
        "voyage_id": pa.array(first + voyage),
        "arrival_port": _taken(wording.ports, arrival[0][voyage]),
        "arrival_at": _instants(minutes),
        "call_no": pa.array(number.astype(np.int16)),
        "country": _taken(wording.countries, wording.country[port], draw[2] > 1 - COUNTRY_LEFT_OUT),
        "port": _taken(wording.ports, port, draw[2] < PORT_LEFT_OUT),
        "facility": _taken(wording.facilities, facility, facility == NOT_GIVEN),
        "arrived_at": _instants(journeys.arrived[present]),
        "departed_at": _instants(journeys.departed[present]),
        "purpose": _taken(wording.purposes, purpose := journeys.purpose[present], purpose == NONE),
        **{name: pa.array(said[:, i] == 1, mask=said[:, i] < 0) for i, name in enumerate(MEASURES)},
        "vessel": _taken(wording.ships, ship),
        "vessel_type": _taken(wording.types, world.fleet.types[ship]),
        "flag": _taken(wording.flags, world.fleet.flags[ship]),
        "operator": _taken(wording.companies, world.fleet.companies[ship]),
    }
    return pa.table([columns[name] for name in SCHEMA.names], schema=SCHEMA)


def _taken(texts: pa.Array, places: Ints, empty: Flags | None = None) -> pa.Array:
    """Texts by number; null where `empty`."""
    return texts.take(pa.array(places, mask=empty))


def _instants(minutes: Ints) -> pa.Array:
    return pa.array(minutes * MICROSECONDS).cast(INSTANT)
