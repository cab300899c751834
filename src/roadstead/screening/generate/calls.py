"""What a ship does on a leg and at its beginning: canal, bunkers, cargo, or something else, and for how long."""

import math
from dataclasses import dataclass

import numpy as np

from roadstead.screening.generate.afloat import Afloat
from roadstead.screening.generate.ports import Flags, Floats, Ints
from roadstead.screening.generate.stops import NONE, PURPOSE, other_purposes, transit_port
from roadstead.screening.generate.trades import CALL
from roadstead.screening.generate.world import World

TRANSIT_REPORTED = 0.25  # share of canal transits that stand among the calls
TRANSIT_WITH_CALL = 0.08  # of these: with a stop for bunkers or crew, which is a call
TRANSFERS = 0.28  # share of calls of oil tankers, at places known for it, that are from ship to ship
OIL = ("crude", "products")
REPAIRS = 0.012  # share of a tramp's calls at a shipyard's port that are for repairs
REPAIR_HOURS = 300  # in a yard, on average
SAID = 0.05  # share of cargo calls whose purpose is given; the others leave it out
SHORT_STAYS = (6.0, 30.0)  # hours of a stop that is not for cargo, least and most


@dataclass(frozen=True)
class Stop:
    """A slot of every ship afloat: where, what for (a number of PURPOSES), hours of stay, and whether it is at all."""

    port: Ints
    purpose: Ints
    hours: Floats
    there: Flags


def between(world: World, start: Ints, end: Ints, afloat: Afloat, chance: np.random.Generator) -> Stop:
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
    return Stop(
        port=np.where(transit, port, hub.clip(0)),
        purpose=np.where(plain, PURPOSE["canal_transit"], PURPOSE["bunkers"]),
        hours=_short(stay),
        there=transit | bunkers,
    )


def call(world: World, port: Ints, role: Ints, afloat: Afloat, chance: np.random.Generator) -> Stop:
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
    return Stop(port, purpose, hours, np.ones(len(port), dtype=bool))


def _short(draw: Floats) -> Floats:
    """Hours of a stop that is not for cargo."""
    least, most = SHORT_STAYS
    return least + draw * (most - least)
