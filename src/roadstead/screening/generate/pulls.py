"""Tramps alternate: a port of discharge comes after a port of loading, a ballast voyage leads to the next one.

Each is drawn by what the port loads or discharges and how far it is.
"""

from dataclasses import dataclass

import numpy as np

from roadstead.screening.generate.chains import STEPS, Chains
from roadstead.screening.generate.commerce import Commerce
from roadstead.screening.generate.ports import Floats, Ints, Ports
from roadstead.screening.generate.seaways import Seaways
from roadstead.screening.generate.trades import DISCHARGING, LOADING, Trade

COASTWISE = frozenset({"US", "PR", "GU"})  # no foreign ship carries cargo between their ports (46 USC 55102)
OPEN = 3  # the state of the seaways with both canals open


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
