"""A chain of ports becomes a journey: stops on the way, distances, speeds and stays, back from the arrival.

Slots run backwards in time, two for each leg: what was done on the way, then the port at the leg's beginning.
"""

from dataclasses import dataclass

import numpy as np

from roadstead.screening.generate.calendar import Period
from roadstead.screening.generate.chains import STEPS, Chains
from roadstead.screening.generate.fleet import Fleet
from roadstead.screening.generate.ports import Flags, Floats, Ints, Ports
from roadstead.screening.generate.seaways import Seaways
from roadstead.screening.generate.stops import (
    NONE,
    OIL,
    PURPOSE,
    TRANSFERS,
    TRANSIT_REPORTED,
    TRANSIT_WITH_CALL,
    YARD,
    OnTheWay,
    other_purposes,
    transit_port,
)
from roadstead.screening.generate.trades import CALL, Commerce

MOST_ROWS = STEPS
FOREIGN = 5  # calls that a notice must name
HOUR = 60  # minutes
SLOWER = 0.07  # a leg is up to this share slower than the ship's speed
LEAST_HOURS = 2.5  # from berth to berth, however near
CANAL_HOURS = (16.0, 22.0)  # Panama, Suez: waiting and passage, on average
SHORT_STAYS = (6.0, 30.0)  # hours of a stop that is not for cargo, least and most
SLOTS = 2 * STEPS


@dataclass(frozen=True)
class World:
    """All that journeys are made from."""

    ports: Ports
    seaways: Seaways
    way: OnTheWay
    commerce: Commerce
    fleet: Fleet
    period: Period


@dataclass
class Journeys:
    """Voyages × SLOTS, newest first. present: is there a row; arrived, departed: minutes since 1970."""

    port: Ints
    purpose: Ints
    present: Flags
    arrived: Ints
    departed: Ints


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


def travel(world: World, chains: Chains, ships: Ships, arrival: Ints, chance: np.random.Generator) -> Journeys:
    """Work out the journeys that end at `arrival` (minutes since 1970)."""
    count = len(arrival)
    kinds = (np.int32, np.int8, bool, np.int64, np.int64)
    journeys = Journeys(*(np.zeros((count, SLOTS), dtype=kind, order="F") for kind in kinds))
    clock = _Clock(world, ships, chains.ports[:, 0].copy(), arrival.astype(float), chance)
    want, limit = _wanted(count, chance)
    counted, rows = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for slot in range(SLOTS):
        port, purpose, stay, there = _slot(world, chains, ships, slot, chance)
        there &= (counted < want) & (rows < limit)
        told = there & (ships.tells_home | ~world.ports.domestic[port])
        journeys.port[:, slot], journeys.purpose[:, slot], journeys.present[:, slot] = port, purpose, told
        journeys.arrived[:, slot], journeys.departed[:, slot] = clock.back(port, stay, there)
        rows += told
        counted += told & ~world.ports.domestic[port] & (purpose != PURPOSE["canal_transit"])
    journeys.present[rows == 0, 1] = True  # a ship that was nowhere but in US ports tells of the last of them
    return journeys


class _Clock:
    """Where and when each ship is, going backwards."""

    def __init__(self, world: World, ships: Ships, port: Ints, time: Floats, chance: np.random.Generator) -> None:
        self.world, self.ships, self.port, self.time, self.chance = world, ships, port, time, chance
        self.wait = np.array([trade.wait for trade in world.commerce.trades])[ships.trade]

    def back(self, port: Ints, stay: Floats, there: Flags) -> tuple[Ints, Ints]:
        """Go back to a port where a ship was there. Returns when it arrived and departed."""
        hours = self._hours(port)
        departed = np.floor(self.time - hours * HOUR)
        arrived = np.floor(departed - stay * HOUR)
        self.time = np.where(there, arrived, self.time)
        self.port = np.where(there, port, self.port)
        return arrived.astype(np.int64), departed.astype(np.int64)

    def _hours(self, port: Ints) -> Floats:
        seaways, canals = self.world.seaways, self.ships.canals
        where = (canals, port, self.port)
        noise = self.chance.random((2, len(port)))
        sailing = seaways.miles[where] / self.ships.speed * (1 + SLOWER * noise[0])
        waiting = -np.log1p(-noise[1] * 0.98) * self.wait + LEAST_HOURS
        canal = CANAL_HOURS[0] * seaways.through_panama[where] + CANAL_HOURS[1] * seaways.through_suez[where]
        hours: Floats = sailing + waiting + canal
        return hours


def _wanted(count: int, chance: np.random.Generator) -> tuple[Ints, Ints]:
    """Foreign calls to be named, and the most rows: five and as many rows as it takes for nearly all.

    Some notices name more; those of new ships, or carelessly filled ones, fewer, down to a single row.
    """
    draw = chance.random(count)
    more = 6 + (chance.random(count) * 3).astype(np.int64)
    want = np.where(draw < 0.06, more, FOREIGN)
    few = 1 + (chance.random(count) * 4).astype(np.int64)
    return want, np.where(draw > 0.955, few, MOST_ROWS)


def _slot(
    world: World, chains: Chains, ships: Ships, slot: int, chance: np.random.Generator
) -> tuple[Ints, Ints, Floats, Flags]:
    """Port, purpose, hours of stay and whether anything is there, for one slot of every voyage."""
    leg = slot // 2
    if slot % 2:
        return _call(world, chains.ports[:, leg + 1], chains.roles[:, leg + 1], ships, chance)
    return _between(world, chains.ports[:, leg + 1], chains.ports[:, leg], ships, chance)


def _between(
    world: World, start: Ints, end: Ints, ships: Ships, chance: np.random.Generator
) -> tuple[Ints, Ints, Floats, Flags]:
    """A canal transit or a bunker call between two ports."""
    draw, side, stay = chance.random((3, len(start)))
    where = (ships.canals, start, end)
    panama, suez = world.seaways.through_panama[where], world.seaways.through_suez[where]
    transit = (panama | suez) & (draw < TRANSIT_REPORTED)
    port = np.where(panama, transit_port(world.way, True, side), transit_port(world.way, False, side))
    transit &= (port != start) & (port != end)
    hub = world.way.bunkers[start, end]
    rate = np.array([trade.bunkers for trade in world.commerce.trades])[ships.trade]
    bunkers = ~transit & (hub >= 0) & (side < rate)
    called = np.where(stay < TRANSIT_WITH_CALL, PURPOSE["bunkers"], PURPOSE["canal_transit"])
    purpose = np.where(transit, called, PURPOSE["bunkers"])
    hours = SHORT_STAYS[0] + stay * (SHORT_STAYS[1] - SHORT_STAYS[0])
    return np.where(transit, port, hub.clip(0)), purpose, hours, transit | bunkers


def _call(
    world: World, port: Ints, role: Ints, ships: Ships, chance: np.random.Generator
) -> tuple[Ints, Ints, Floats, Flags]:
    """A call at a port of the chain: for cargo nearly always."""
    trades = world.commerce.trades
    draw, kind, short = chance.random((3, len(port)))
    stay = np.array([trade.stay for trade in trades])[ships.trade, role]
    stay = stay * np.exp(np.log([trade.spread for trade in trades])[ships.trade] * chance.standard_normal(len(port)))
    purpose = np.full(len(port), NONE)
    purpose[kind < 0.05] = PURPOSE["cargo"]
    passengers = np.array([trade.name == "cruise" for trade in trades])[ships.trade]
    purpose[passengers] = PURPOSE["passengers"]
    other = draw < np.array([trade.other for trade in trades])[ships.trade]
    purpose = np.where(other, other_purposes(kind), purpose)
    oil = np.array([trade.name in OIL for trade in trades])[ships.trade]
    transfer = oil & world.ports.stops["ship_to_ship"][port] & (draw > 1 - TRANSFERS)
    purpose[transfer] = PURPOSE["ship_to_ship"]
    repairs = world.ports.stops["yard"][port] & (role != CALL) & (draw > 0.5) & (draw < 0.5 + YARD * 0.1)
    purpose[repairs] = PURPOSE["repairs"]
    hours = np.where(other, SHORT_STAYS[0] + short * (SHORT_STAYS[1] - SHORT_STAYS[0]), stay)
    hours = np.where(repairs, hours * 4, hours)
    return port, purpose, hours, np.ones(len(port), dtype=bool)
