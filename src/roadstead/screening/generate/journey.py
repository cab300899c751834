"""A chain of ports becomes a journey: stops on the way, distances, speeds and stays, back from the arrival.

Slots run backwards in time, two for each leg: what was done on the way, then the port at the leg's beginning.
"""

from dataclasses import dataclass

import numpy as np

from roadstead.screening.generate.afloat import Afloat
from roadstead.screening.generate.calls import Stop, between, call
from roadstead.screening.generate.chains import STEPS, Chains
from roadstead.screening.generate.ports import Flags, Ints
from roadstead.screening.generate.stops import PURPOSE
from roadstead.screening.generate.world import Ships, World

HOUR = 60  # minutes
SLOTS = 2 * STEPS
ENDED = 0.15  # share of journeys that must have ended before the others are looked at alone


@dataclass
class Journeys:
    """Voyages × SLOTS, newest first. present: is there a row; arrived, departed: minutes since 1970."""

    port: Ints
    purpose: Ints
    present: Flags
    arrived: Ints
    departed: Ints


def travel(world: World, chains: Chains, ships: Ships, arrival: Ints, chance: np.random.Generator) -> Journeys:
    """Work out the journeys that end at `arrival` (minutes since 1970)."""
    kinds = (np.int32, np.int8, bool, np.int64, np.int64)
    journeys = Journeys(*(np.zeros((len(arrival), SLOTS), dtype=kind, order="F") for kind in kinds))
    afloat = Afloat.at(world, chains, ships, arrival, chance)
    for leg in range(STEPS):
        start, end, role = (
            column[afloat.row] for column in (chains.ports[:, leg + 1], chains.ports[:, leg], chains.roles[:, leg + 1])
        )
        _tell(journeys, 2 * leg, afloat, between(world, start, end, afloat, chance), chance)
        _tell(journeys, 2 * leg + 1, afloat, call(world, start, role, afloat, chance), chance)
        going_on = afloat.going_on
        if not going_on.any():
            break
        if going_on.mean() < 1 - ENDED:
            afloat = afloat.only(going_on)
    silent = ~journeys.present.any(axis=1)
    journeys.present[silent, 1] = True  # a ship that was nowhere but in US ports tells of the last of them
    return journeys


def _tell(journeys: Journeys, slot: int, afloat: Afloat, stop: Stop, chance: np.random.Generator) -> None:
    """Go back to a stop, and name it where it is to be named."""
    domestic = afloat.world.ports.domestic[stop.port]
    there = stop.there & afloat.going_on
    told = there & (afloat.tells_home | ~domestic)
    departed = np.floor(afloat.time - afloat.hours_from(stop.port, chance) * HOUR)
    arrived = np.floor(departed - stop.hours * HOUR)
    journeys.port[afloat.row, slot] = stop.port
    journeys.purpose[afloat.row, slot] = stop.purpose
    journeys.present[afloat.row, slot] = told
    journeys.arrived[afloat.row, slot] = arrived
    journeys.departed[afloat.row, slot] = departed
    afloat.time = np.where(there, arrived, afloat.time)
    afloat.port = np.where(there, stop.port, afloat.port)
    afloat.rows = afloat.rows + told
    afloat.counted = afloat.counted + (told & ~domestic & (stop.purpose != PURPOSE["canal_transit"]))
