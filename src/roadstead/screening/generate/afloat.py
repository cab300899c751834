"""Ships under way, followed backwards from their arrivals."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from roadstead.screening.generate.chains import STEPS, Chains
from roadstead.screening.generate.ports import Flags, Floats, Ints
from roadstead.screening.generate.world import Ships, World

MOST_ROWS = STEPS
FOREIGN = 5  # calls that a notice must name
MORE, MOST_WANTED, FEW = 0.06, 8, 0.045  # shares of notices that name more than five foreign calls, and too few
SLOWER = 0.07  # a leg is up to this share slower than the ship's speed
LEAST_HOURS = 2.5  # from berth to berth, however near
CANAL_HOURS = (16.0, 22.0)  # Panama, Suez: waiting and passage, on average


@dataclass
class Afloat:
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
    def at(cls, world: World, chains: Chains, ships: Ships, arrival: Ints, chance: np.random.Generator) -> "Afloat":
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

    @property
    def going_on(self) -> Flags:
        """Which of them have more to tell."""
        return (self.counted < self.want) & (self.rows < self.limit)

    def only(self, kept: Flags) -> "Afloat":
        """Some of them."""
        columns = {field.name: getattr(self, field.name)[kept] for field in fields(self) if field.name != "world"}
        return Afloat(world=self.world, **columns)

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
