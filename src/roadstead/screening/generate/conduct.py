"""What the notices say of the five duties: told where the country is listed, and alike for all calls of one ship."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from roadstead.core.advisory import Listing, ListingKind
from roadstead.screening.generate.calendar import MINUTES
from roadstead.screening.generate.ports import Flags, Ints, Ports
from roadstead.screening.voyages import MEASURES

EPOCH = date(1970, 1, 1).toordinal()
TOLD_ELSEWHERE = 0.004  # share of calls in countries that are not listed, for which a notice tells of measures anyway
Measures = NDArray[np.int8]  # 1 true, 0 false, -1 not said


class Listed:
    """On which days which country is on the list, by the latest reading of the rule book's bounds."""

    def __init__(self, listings: Iterable[Listing], ports: Ports) -> None:
        self.spells: list[tuple[Flags, int, int]] = []
        countries = np.array(ports.countries)
        for spell in listings:
            if spell.kind is ListingKind.CONDITIONS:
                start = spell.start.not_after or spell.start.not_before or date.min
                end = spell.end.not_after if spell.end and spell.end.not_after else date.max
                self.spells.append((countries == spell.country, start.toordinal() - EPOCH, end.toordinal() - EPOCH))
        self.ever = np.zeros(len(countries), dtype=bool)
        for place, _, _ in self.spells:
            self.ever |= place

    def on(self, port: Ints, minutes: Ints) -> Flags:
        """Which calls are in a country listed at that minute (since 1970)."""
        listed = np.zeros(len(port), dtype=bool)
        rows = np.flatnonzero(self.ever[port])
        there, day = port[rows], minutes[rows] // MINUTES
        for place, start, end in self.spells:
            listed[rows] |= place[there] & (day >= start) & (day < end)
        return listed


def measures(listed: Flags, conduct: Ints, facts: dict[str, Any], chance: np.random.Generator) -> Measures:
    """What is said of the five duties, calls × 5. conduct: the class of each call's ship."""
    found = np.full((len(listed), len(MEASURES)), -1, dtype=np.int8)
    told = listed | (chance.random(len(listed)) < TOLD_ELSEWHERE)
    told &= chance.random(len(listed)) >= facts["silent"]
    rows = np.flatnonzero(told)
    classes = facts["conduct"]
    met = np.array([entry["met"] for entry in classes])[conduct[rows], None]
    unsaid = np.array([entry["unsaid"] for entry in classes])[conduct[rows], None]
    draw = chance.random((2, len(rows), len(MEASURES)))
    found[rows] = np.where(draw[0] < unsaid, -1, draw[1] < met)
    return found
