"""How a call's facility is given: by number, by a name an advisory prints, misspelt, another one, two of them, or not.

Numbers that no advisory prints are invented: their serial begins with 9.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np

from roadstead.core.advisory import Facility
from roadstead.screening.generate.authored import read_yaml
from roadstead.screening.generate.ports import Flags, Floats, Ints, Ports
from roadstead.screening.voyages import BERTH_SEPARATOR

NOT_GIVEN = -1
INVENTED = 3  # invented numbers for a port


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
        ways = _ways(code, by_port.get(code, ()), facts["written"])
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


def _ways(code: str, facilities: tuple[Facility, ...], written: Mapping[str, float]) -> dict[str, float]:
    """Ways of writing a facility of this port, each with its weight."""
    ways = {f"{code}-9{serial:03d}": written["other"] / INVENTED for serial in range(1, INVENTED + 1)}
    for facility in facilities:
        for kind, texts in _spellings(facility, code).items():
            for text in texts:
                ways[text] = ways.get(text, 0) + written[kind] / len(texts) / len(facilities)
    return ways


def _spellings(facility: Facility, code: str) -> dict[str, list[str]]:
    numbers = list(dict.fromkeys(number.printed for number in facility.numbers))
    names = [facility.name, *facility.other_names]
    sure = (numbers or names)[0]
    return {
        "number": numbers or names,
        "name": names,
        "misspelt": [misspelt(text) for text in dict.fromkeys([*numbers, *names])],
        "two": [f"{sure}{BERTH_SEPARATOR}{code}-9001", f"{sure}{BERTH_SEPARATOR}"],
    }


def misspelt(text: str) -> str:
    """A number without its hyphen or with two digits turned round; a name with a letter left out."""
    if text[-4:].isdigit():
        return text.replace("-", "") if "-" in text else f"{text[:-2]}{text[-1]}{text[-2]}"
    middle = len(text) // 2
    return text[:middle] + text[middle + 1 :]
