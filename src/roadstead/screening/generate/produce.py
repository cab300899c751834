"""Voyages by the million, part by part. A part depends on nothing but the request and its own number."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from roadstead.core.advisory import Facility, Listing
from roadstead.screening.errors import ScreeningError
from roadstead.screening.generate import berths, chains, fleet, ports, seaways, stops, trades
from roadstead.screening.generate.authored import read_yaml
from roadstead.screening.generate.calendar import (
    DENSITY,
    MINUTES,
    YEAR,
    Calendar,
    Period,
    calendar_of,
    delayed,
    period_of,
)
from roadstead.screening.generate.conduct import EPOCH, Listed
from roadstead.screening.generate.journey import Ships, World, travel
from roadstead.screening.generate.ports import Ints
from roadstead.screening.generate.table import Wording, table_of
from roadstead.screening.generate.trades import CALL

__all__ = ["DENSITY", "PART", "VERSION", "Period", "about", "period_of", "tables"]

VERSION = 1  # of the generator: the same request gives the same voyages as long as it stays
PART = 250_000
TELLS_HOME = 0.3  # share of notices that name calls in US ports too; only foreign ones are asked for
_FLEET, _PART = 0, 1  # what a stream of chance is for


def tables(
    n: int,
    *,
    seed: int,
    until: date,
    listings: Iterable[Listing],
    facilities: Iterable[Facility],
    part: int = PART,
) -> Iterator[pa.Table]:
    """n invented voyages as tables of whole voyages (`voyages.SCHEMA`), at most `part` voyages in each.

    voyage_id runs from 1 to n; rows are sorted by voyage_id and call_no, 1 being the latest call. until: the last
    day on which a ship arrives. Raises ScreeningError for n below 1, a seed below 0, or too early an end.
    """
    if n < 1:
        raise ScreeningError(f"At least one voyage must be asked for, not {n}.")
    if seed < 0:
        raise ScreeningError(f"The seed must be 0 or more, not {seed}.")
    maker = _Maker(n, seed, until, tuple(listings), tuple(facilities))
    return _ahead(
        partial(maker.part, number, start, min(start + part, n)) for number, start in enumerate(range(0, n, part))
    )


def _ahead(parts: Iterable[Callable[[], pa.Table]]) -> Iterator[pa.Table]:
    """Each part in its turn, the next one being made while its reader works on the one before."""
    with ThreadPoolExecutor(1) as maker:
        coming: Future[pa.Table] | None = None
        for part in parts:
            following = maker.submit(part)
            if coming:
                yield coming.result()
            coming = following
        if coming:
            yield coming.result()


def about(n: int, *, seed: int, until: date, rule_book: str) -> dict[str, Any]:
    """The mark that goes with voyages: that they are invented, and what makes them again."""
    return {
        "invented": True,
        "what": "Invented voyages over real ports. No ship, company or voyage is real.",
        "n": n,
        "seed": seed,
        "until": until.isoformat(),
        "generator": VERSION,
        "rule_book": rule_book,
    }


def _chance(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(key)))


@dataclass(frozen=True)
class _Arrivals:
    """When, by which service, and the ship."""

    minutes: Ints
    service: Ints
    ships: Ships


class _Maker:
    """One request, with all that is worked out once."""

    def __init__(
        self, n: int, seed: int, until: date, listings: tuple[Listing, ...], facilities: tuple[Facility, ...]
    ) -> None:
        self.n, self.seed = n, seed
        period = period_of(n, until)
        places = ports.load()
        commerce = trades.load(places, period.start)
        ways = seaways.between_ports()
        ships = fleet.build(commerce.trades, _chance(seed, _FLEET), n / (period.days / YEAR * DENSITY))
        self.world = World(places, ways, stops.on_the_way(places, ways), commerce, ships)
        self.calendar: Calendar = calendar_of(period, commerce)
        self.loops = chains.loops_of(commerce.services, places.domestic)
        self.pulls = {
            number: chains.pulls_of(trade, places, ways, commerce)
            for number, trade in enumerate(commerce.trades)
            if trade.pull
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
        _put(walked, liners, chains.walk_loops(self.loops, arrivals.service[liners], draw[liners]))
        for trade, pulls in self.pulls.items():
            rows = arrivals.ships.trade == trade
            _put(walked, rows, chains.walk_pulls(pulls, role[rows], era[rows], draw[rows]))
        return walked

    def _era(self, minutes: Ints) -> Ints:
        starts = np.array([era.start.toordinal() - EPOCH for era in self.world.commerce.eras]) * MINUTES
        return (np.searchsorted(starts, minutes, side="right") - 1).clip(0)


def _put(whole: chains.Chains, rows: ports.Flags, part: chains.Chains) -> None:
    whole.ports[rows] = part.ports
    whole.roles[rows] = part.roles
