"""A chain of ports becomes a journey: stops on the way, distances, speeds and stays, back from the arrival.

Slots run backwards in time, two for each leg: what was done on the way, then the port at the leg's beginning.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from roadstead.screening.generate.chains import STEPS, Chains
from roadstead.screening.generate.fleet import Fleet
from roadstead.screening.generate.ports import Flags, Floats, Ints, Ports
from roadstead.screening.generate.seaways import Seaways
from roadstead.screening.generate.stops import (
    NONE,
    OIL,
    PURPOSE,
    REPAIRS,
    TRANSFERS,
    TRANSIT_REPORTED,
    TRANSIT_WITH_CALL,
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
REPAIR_HOURS = 300  # in a yard, on average
SAID = 0.05  # share of cargo calls whose purpose is given; the others leave it out
SHORT_STAYS = (6.0, 30.0)  # hours of a stop that is not for cargo, least and most
SLOTS = 2 * STEPS
MORE, MOST_WANTED, FEW = 0.06, 8, 0.045  # shares of notices that name more than five foreign calls, and too few
ENDED = 0.15  # share of journeys that must have ended before the others are looked at alone


@dataclass(frozen=True)
class World:
    """All that journeys are made from."""

    ports: Ports
    seaways: Seaways
    way: OnTheWay
    commerce: Commerce
    fleet: Fleet


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
    kinds = (np.int32, np.int8, bool, np.int64, np.int64)
    journeys = Journeys(*(np.zeros((len(arrival), SLOTS), dtype=kind, order="F") for kind in kinds))
    afloat = _Afloat.at(world, chains, ships, arrival, chance)
    for leg in range(STEPS):
        start, end, role = (
            column[afloat.row] for column in (chains.ports[:, leg + 1], chains.ports[:, leg], chains.roles[:, leg + 1])
        )
        _tell(journeys, 2 * leg, afloat, _between(world, start, end, afloat, chance), chance)
        _tell(journeys, 2 * leg + 1, afloat, _call(world, start, role, afloat, chance), chance)
        going_on = (afloat.counted < afloat.want) & (afloat.rows < afloat.limit)
        if not going_on.any():
            break
        if going_on.mean() < 1 - ENDED:
            afloat = afloat.only(going_on)
    silent = ~journeys.present.any(axis=1)
    journeys.present[silent, 1] = True  # a ship that was nowhere but in US ports tells of the last of them
    return journeys


@dataclass(frozen=True)
class _Stop:
    """A slot of every ship afloat: where, what for (a number of PURPOSES), hours of stay, and whether it is at all."""

    port: Ints
    purpose: Ints
    hours: Floats
    there: Flags


@dataclass
class _Afloat:
    """The ships whose journeys go on, going backwards: row of the part, where and when each is, and what it has told.

    want, limit: foreign calls to be named, and the most rows; counted, rows: those named so far.
    """

    world: World
    row: Ints
    trade: Ints
    speed: Floats
    canals: Ints
    tells_home: Flags
    port: Ints
    time: Floats
    want: Ints
    limit: Ints
    counted: Ints
    rows: Ints

    @classmethod
    def at(cls, world: World, chains: Chains, ships: Ships, arrival: Ints, chance: np.random.Generator) -> "_Afloat":
        """All ships at their arrival."""
        count = len(arrival)
        more, few, draw = chance.random((3, count))
        none = np.zeros(count, dtype=np.int64)
        return cls(
            world=world,
            row=np.arange(count),
            trade=ships.trade,
            speed=ships.speed,
            canals=ships.canals,
            tells_home=ships.tells_home,
            port=chains.ports[:, 0],
            time=arrival.astype(float),
            want=np.where(more < MORE, FOREIGN + 1 + (draw * (MOST_WANTED - FOREIGN)).astype(np.int64), FOREIGN),
            limit=np.where(few < FEW, 1 + (draw * (FOREIGN - 1)).astype(np.int64), MOST_ROWS),
            counted=none,
            rows=none,
        )

    def only(self, kept: Flags) -> "_Afloat":
        """Some of them."""
        columns = {field.name: getattr(self, field.name)[kept] for field in fields(self) if field.name != "world"}
        return _Afloat(world=self.world, **columns)

    def of_trade(self, facts: Sequence[float]) -> Floats:
        """A fact of each ship's trade."""
        found: Floats = np.array(facts, dtype=float)[self.trade]
        return found

    def hours_from(self, port: Ints, chance: np.random.Generator) -> Floats:
        """Hours from that port to where each ship is."""
        seaways, where = self.world.seaways, (self.canals, port, self.port)
        slow, late = chance.random((2, len(port)))
        sailing = seaways.miles[where] / self.speed * (1 + SLOWER * slow)
        waiting = -np.log1p(-late * 0.98) * self.of_trade([trade.wait for trade in self.world.commerce.trades])
        canal = CANAL_HOURS[0] * seaways.through_panama[where] + CANAL_HOURS[1] * seaways.through_suez[where]
        hours: Floats = sailing + waiting + canal + LEAST_HOURS
        return hours


def _tell(journeys: Journeys, slot: int, afloat: _Afloat, stop: _Stop, chance: np.random.Generator) -> None:
    """Go back to a stop, and name it where it is to be named."""
    domestic = afloat.world.ports.domestic[stop.port]
    there = stop.there & (afloat.counted < afloat.want) & (afloat.rows < afloat.limit)
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


def _between(world: World, start: Ints, end: Ints, afloat: _Afloat, chance: np.random.Generator) -> _Stop:
    """A canal transit or a bunker call between two ports."""
    draw, side, stay = chance.random((3, len(start)))
    where = (afloat.canals, start, end)
    panama, suez = world.seaways.through_panama[where], world.seaways.through_suez[where]
    transit = (panama | suez) & (draw < TRANSIT_REPORTED)
    port = np.where(panama, transit_port(world.way, True, side), transit_port(world.way, False, side))
    transit &= (port != start) & (port != end)
    hub = world.way.bunkers[start, end]
    bunkers = ~transit & (hub >= 0) & (side < afloat.of_trade([trade.bunkers for trade in world.commerce.trades]))
    plain = transit & (stay >= TRANSIT_WITH_CALL)
    return _Stop(
        port=np.where(transit, port, hub.clip(0)),
        purpose=np.where(plain, PURPOSE["canal_transit"], PURPOSE["bunkers"]),
        hours=_short(stay),
        there=transit | bunkers,
    )


def _call(world: World, port: Ints, role: Ints, afloat: _Afloat, chance: np.random.Generator) -> _Stop:
    """A call at a port of the chain: for cargo nearly always."""
    trades, stops = world.commerce.trades, world.ports.stops
    draw, kind, short = chance.random((3, len(port)))
    spread = afloat.of_trade([math.log(trade.spread) for trade in trades])
    stay = np.array([trade.stay for trade in trades])[afloat.trade, role]
    stay = stay * np.exp(spread * chance.standard_normal(len(port)))
    other = draw < afloat.of_trade([trade.other for trade in trades])
    oil = afloat.of_trade([trade.name in OIL for trade in trades]) > 0
    transfer = oil & stops["ship_to_ship"][port] & (draw > 1 - TRANSFERS)
    repairs = stops["yard"][port] & (role != CALL) & (draw > 1 - REPAIRS) & ~transfer
    passengers = afloat.of_trade([trade.name == "cruise" for trade in trades]) > 0
    purpose = np.where(passengers, PURPOSE["passengers"], np.where(kind < SAID, PURPOSE["cargo"], NONE))
    purpose = np.where(other, other_purposes(kind), purpose)
    purpose[transfer] = PURPOSE["ship_to_ship"]
    purpose[repairs] = PURPOSE["repairs"]
    hours = np.where(other, _short(short), np.where(repairs, REPAIR_HOURS * (0.5 + short), stay))
    return _Stop(port, purpose, hours, np.ones(len(port), dtype=bool))


def _short(draw: Floats) -> Floats:
    """Hours of a stop that is not for cargo."""
    least, most = SHORT_STAYS
    return least + draw * (most - least)
