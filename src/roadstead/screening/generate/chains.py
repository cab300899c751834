"""Where a ship came from: its ports one before the other, back from the US arrival.

Liners walk their rotation backwards and leave out a call now and then. Tramps alternate: a port of discharge comes
after a port of loading, drawn by what the port loads and how far it is; a ballast voyage leads to the next one.
"""

from dataclasses import dataclass

import numpy as np

from roadstead.screening.generate.ports import Flags, Floats, Ints, Ports
from roadstead.screening.generate.seaways import Seaways
from roadstead.screening.generate.trades import CALL, DISCHARGING, LOADING, Commerce, Service, Trade

STEPS = 10  # ports before the arrival; no voyage has more rows
LEFT_OUT = 0.06  # share of calls that a liner leaves out
COASTWISE = frozenset({"US", "PR", "GU"})  # no foreign ship carries cargo between their ports (46 USC 55102)
OPEN = 3  # the state of the seaways with both canals open


@dataclass(frozen=True)
class Chains:
    """Ports and roles, voyages × (STEPS + 1); column 0 is the arrival, column k the k-th port before it."""

    ports: Ints
    roles: Ints


@dataclass(frozen=True)
class Loops:
    """Rotations as a table. ports: services × longest, padded; sizes: calls in each; skippable: may this call be left
    out (its neighbours differ); arrivals: places of US calls, padded; arrival_counts: how many."""

    ports: Ints
    sizes: Ints
    skippable: Flags
    arrivals: Ints
    arrival_counts: Ints


@dataclass(frozen=True)
class Pulls:
    """One tramp trade's chances.

    before: eras × states × states, cumulated and numbered so that one search finds a draw;
    state = role × count + place in `ports`. arrivals: by role, US ports cumulated.
    """

    ports: Ints
    before: Floats
    arrivals: tuple[Floats, Floats]

    def earlier(self, era: Ints, state: Ints, draw: Floats) -> Ints:
        """The states before these."""
        states = 2 * len(self.ports)
        row = era * states + state
        return (np.searchsorted(self.before, row + draw, side="right") - row * states).clip(0, states - 1)


def loops_of(services: tuple[Service, ...], domestic: Flags) -> Loops:
    """Tabulate the rotations; a tramp's row stays empty."""
    width = max(len(service.ports) for service in services)
    ports = np.zeros((len(services), width), dtype=np.int64)
    skippable = np.zeros((len(services), width), dtype=bool)
    arrivals = np.zeros((len(services), width), dtype=np.int64)
    for row, service in enumerate(services):
        calls = service.ports
        places = [place for place, port in enumerate(calls) if domestic[port]]
        ports[row, : len(calls)] = calls
        skippable[row, : len(calls)] = [calls[i - 1] != calls[(i + 1) % len(calls)] for i in range(len(calls))]
        arrivals[row, : len(places)] = places
    sizes = np.array([max(len(service.ports), 1) for service in services])
    counts = np.array([sum(bool(domestic[port]) for port in service.ports) for service in services])
    return Loops(ports, sizes, skippable, arrivals, counts)


def walk_loops(loops: Loops, service: Ints, draw: Floats) -> Chains:
    """Chains of liners. draw: voyages × (STEPS + 1), uniform."""
    ports = np.empty((len(service), STEPS + 1), dtype=np.int64)
    size = loops.sizes[service]
    place = loops.arrivals[service, (draw[:, 0] * loops.arrival_counts[service]).astype(np.int64)]
    ports[:, 0] = loops.ports[service, place]
    for step in range(1, STEPS + 1):
        place = (place - 1) % size
        skip = (draw[:, step] < LEFT_OUT) & loops.skippable[service, place]
        place = np.where(skip, (place - 1) % size, place)
        ports[:, step] = loops.ports[service, place]
    return Chains(ports, np.full_like(ports, CALL))


def pulls_of(trade: Trade, ports: Ports, seaways: Seaways, commerce: Commerce) -> Pulls:
    """Work out a tramp trade's chances for every era."""
    loads, discharges = ports.loads[trade.name], ports.discharges[trade.name]
    used = np.flatnonzero((loads > 0) | (discharges > 0))
    miles = seaways.miles[OPEN][np.ix_(used, used)]
    countries = [ports.countries[number] for number in used]
    coast = np.array([country in COASTWISE for country in countries])
    laden = np.where(coast[:, None] & coast[None, :], np.inf, miles)
    eras = []
    for era in commerce.eras:
        factor = np.array([era.pull.get(country, 1.0) for country in countries])
        eras.append(_chances(trade, loads[used] * factor, discharges[used] * factor, miles, laden))
    before = np.stack(eras).reshape(-1, 2 * len(used))
    home = ports.domestic[used]
    arrivals = (_cumulated(loads[used] * home), _cumulated(discharges[used] * home))
    return Pulls(ports=used, before=_numbered(before), arrivals=arrivals)


def walk_pulls(pulls: Pulls, role: Ints, era: Ints, draw: Floats) -> Chains:
    """Chains of one tramp trade. role: of the arrival. draw: voyages × (STEPS + 1), uniform."""
    count = len(pulls.ports)
    places = [np.searchsorted(chances, draw[:, 0], side="right") for chances in pulls.arrivals]
    state = np.where(role == LOADING, places[LOADING], count + places[DISCHARGING])
    states = np.empty((len(role), STEPS + 1), dtype=np.int64)
    states[:, 0] = state
    for step in range(1, STEPS + 1):
        states[:, step] = pulls.earlier(era, states[:, step - 1], draw[:, step])
    return Chains(pulls.ports[states % count], states // count)


def _chances(trade: Trade, loads: Floats, discharges: Floats, miles: Floats, laden_miles: Floats) -> Floats:
    """States × states: the chance of each state before each state. laden_miles: infinite where no cargo may go."""
    assert trade.pull is not None
    laden, ballast, near = trade.pull
    count = len(loads)
    chances = np.zeros((2, count, 2, count))
    chances[DISCHARGING, :, LOADING] = (1 - trade.split) * _gravity(loads, laden_miles, laden)
    chances[DISCHARGING, :, DISCHARGING] = trade.split * _gravity(discharges, miles, near)
    chances[LOADING, :, DISCHARGING] = (1 - trade.split) * _gravity(discharges, miles, ballast)
    chances[LOADING, :, LOADING] = trade.split * _gravity(loads, miles, near)
    return chances.reshape(2 * count, 2 * count)


def _gravity(weights: Floats, miles: Floats, reach: float) -> Floats:
    pull = weights[None, :] * np.exp(-miles / reach)
    np.fill_diagonal(pull, 0)
    pull /= pull.sum(axis=1, keepdims=True)
    return pull


def _cumulated(weights: Floats) -> Floats:
    total: Floats = np.cumsum(weights) / weights.sum()
    total[np.flatnonzero(weights)[-1] :] = 1.0
    return total


def _numbered(chances: Floats) -> Floats:
    """Rows cumulated to 1, each row's number added, flat: a sorted array in which row + draw finds the column."""
    total = np.cumsum(chances, axis=1)
    total /= total[:, -1:]
    total += np.arange(len(total))[:, None]
    flat: Floats = total.ravel()
    return flat
