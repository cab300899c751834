"""How a call's facility is given: by number, by a name an advisory prints, misspelt, another one, or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np

from roadstead.core.advisory import Facility
from roadstead.screening.generate.authored import read_yaml
from roadstead.screening.generate.ports import Flags, Floats, Ints, Ports
from roadstead.screening.generate.spelling import ways_of_writing

NOT_GIVEN = -1


@dataclass(frozen=True)
class Berths:
    """texts: every way of writing. choices: per port, cumulated with the port's number added, flat. first: of each
    port's choices in `places`. ruled: ports in countries with exceptions. given: chances: listed, unlisted, elsewhere.
    """

    texts: tuple[str, ...]
    choices: Floats
    places: Ints
    ruled: Flags
    given: tuple[float, float, float]

    def drawn(self, port: Ints, listed: Flags, draw: Floats, choice: Floats) -> Ints:
        """The text of each call's facility as a number, or NOT_GIVEN. draw, choice: uniform."""
        on_list, off_list, elsewhere = self.given
        rate = np.where(self.ruled[port], np.where(listed, on_list, off_list), elsewhere)
        found = self.places[np.searchsorted(self.choices, port + choice, side="right").clip(max=len(self.places) - 1)]
        return np.where(draw < rate, found, NOT_GIVEN)


def build(ports: Ports, facilities: Iterable[Facility]) -> Berths:
    """Lay out what may be written for each port. facilities: those the rule book has exceptions for."""
    facts = read_yaml("berths")
    known = tuple(facilities)
    ruled = {facility.country for facility in known}
    by_port = _by_port(known, facts["ports"], ports)
    texts: dict[str, int] = {}
    choices: list[float] = []
    places: list[int] = []
    for number, code in enumerate(ports.codes):
        ways = ways_of_writing(code, by_port.get(code, ()), facts["written"])
        total = np.cumsum(list(ways.values()))
        choices += (number + total / total[-1]).tolist()
        places += [texts.setdefault(text, len(texts)) for text in ways]
    given = facts["given"]
    return Berths(
        texts=tuple(texts),
        choices=np.array(choices),
        places=np.array(places),
        ruled=np.array([country in ruled for country in ports.countries]),
        given=(given["listed"], given["unlisted"], given["elsewhere"]),
    )


def _by_port(
    facilities: Iterable[Facility], authored: Mapping[str, str], ports: Ports
) -> dict[str, tuple[Facility, ...]]:
    """Facilities by the port where ships meet them; one that nothing ties to a port of ours is left out."""
    found: dict[str, tuple[Facility, ...]] = {}
    for facility in sorted(facilities, key=lambda entry: entry.key):
        prefixes = (number.printed[:5] for number in facility.numbers)
        for code in dict.fromkeys(chain([authored.get(facility.key, "")], facility.ports, prefixes)):
            if code in ports.number:
                found[code] = (*found.get(code, ()), facility)
    return found
