"""One request for voyages, with all that is worked out once; its parts depend on nothing but their numbers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from roadstead.core.advisory import Facility, Listing
from roadstead.screening.generate import berths, chains, commerce, fleet, loops, ports, pulls, seaways, stops
from roadstead.screening.generate.authored import read_yaml
from roadstead.screening.generate.calendar import MINUTES, Calendar, calendar_of, delayed
from roadstead.screening.generate.conduct import EPOCH, Listed
from roadstead.screening.generate.journey import travel
from roadstead.screening.generate.period import DENSITY, YEAR, period_of
from roadstead.screening.generate.ports import Ints
from roadstead.screening.generate.table import table_of
from roadstead.screening.generate.trades import CALL
from roadstead.screening.generate.wording import Wording
from roadstead.screening.generate.world import Ships, World

TELLS_HOME = 0.3  # share of notices that name calls in US ports too; only foreign ones are asked for
_FLEET, _PART = 0, 1  # what a stream of chance is for


def _chance(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(key)))


@dataclass(frozen=True)
class _Arrivals:
    """When, by which service, and the ship."""

    minutes: Ints
    service: Ints
    ships: Ships


class Maker:
    """One request, with all that is worked out once."""

    def __init__(
        self, n: int, seed: int, until: date, listings: tuple[Listing, ...], facilities: tuple[Facility, ...]
    ) -> None:
        self.n, self.seed = n, seed
        period = period_of(n, until)
        places = ports.load()
        trade = commerce.load(places, period.start)
        ways = seaways.between_ports()
        ships = fleet.build(trade.trades, _chance(seed, _FLEET), n / (period.days / YEAR * DENSITY))
        self.world = World(places, ways, stops.on_the_way(places, ways), trade, ships)
        self.calendar: Calendar = calendar_of(period, trade)
        self.loops = loops.loops_of(trade.services, places.domestic)
        self.pulls = {
            number: pulls.pulls_of(entry, places, ways, trade)
            for number, entry in enumerate(trade.trades)
            if entry.pull
        }
        self.listed = Listed(listings, places)
        self.wording = Wording.of(self.world, berths.build(places, facilities))
        self.facts: dict[str, Any] = read_yaml("fleets")

    def part(self, number: int, start: int, end: int) -> pa.Table:
        """The voyages from start (not included, as voyage_id) to end."""
        chance = _chance(self.seed, _PART, number)
        arrivals = self._arrivals(start, end, chance)
        walked = self._chains(arrivals, chance)
        minutes = delayed(
            arrivals.minutes, walked.ports[:, 0], self.world.commerce.closures, chance.random(end - start)
        )
        journeys = travel(self.world, walked, arrivals.ships, minutes, chance)
        return table_of(
            first=start + 1,
            arrival=(walked.ports[:, 0], minutes),
            journeys=journeys,
            ships=arrivals.ships,
            world=self.world,
            wording=self.wording,
            listed=self.listed,
            facts=self.facts,
            chance=chance,
        )

    def _arrivals(self, start: int, end: int, chance: np.random.Generator) -> _Arrivals:
        count = end - start
        quantiles = (np.arange(start, end) + chance.random(count)) / self.n
        minutes, month = self.calendar.arrivals(quantiles)
        service = self.calendar.services_of(month, chance.random(count))
        trade = np.array([entry.trade for entry in self.world.commerce.services])[service]
        ships = self.world.fleet
        ship = ships.first[trade] + (chance.random(count) * ships.sizes[trade]).astype(np.int64)
        suez = np.array([era.suez for era in self.world.commerce.eras])[self._era(minutes)]
        canals = ships.panama[ship] + 2 * (chance.random(count) < suez)
        tells_home = chance.random(count) < TELLS_HOME
        return _Arrivals(minutes, service, Ships(ship, trade, ships.speed[ship], canals, tells_home))

    def _chains(self, arrivals: _Arrivals, chance: np.random.Generator) -> chains.Chains:
        draw = chance.random((len(arrivals.minutes), chains.STEPS + 1))
        walked = chains.Chains(np.zeros(draw.shape, dtype=np.int64), np.zeros(draw.shape, dtype=np.int64))
        role = np.array([service.role for service in self.world.commerce.services])[arrivals.service]
        era = self._era(arrivals.minutes)
        liners = role == CALL
        _put(walked, liners, loops.walk_loops(self.loops, arrivals.service[liners], draw[liners]))
        for trade, chances in self.pulls.items():
            rows = arrivals.ships.trade == trade
            _put(walked, rows, pulls.walk_pulls(chances, role[rows], era[rows], draw[rows]))
        return walked

    def _era(self, minutes: Ints) -> Ints:
        starts = np.array([era.start.toordinal() - EPOCH for era in self.world.commerce.eras]) * MINUTES
        return (np.searchsorted(starts, minutes, side="right") - 1).clip(0)


def _put(whole: chains.Chains, rows: ports.Flags, part: chains.Chains) -> None:
    whole.ports[rows] = part.ports
    whole.roles[rows] = part.roles
