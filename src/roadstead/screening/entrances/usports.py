"""US ports by Schedule D code and by the names that the Corps of Engineers and the Census Bureau print."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from roadstead.screening.entrances import seaports
from roadstead.screening.entrances.data import table
from roadstead.screening.entrances.portnames import key
from roadstead.screening.entrances.seaports import Found

TERRITORIES = frozenset({"PR", "VI", "GU", "AS", "MP", "UM"})
UNITED_STATES = TERRITORIES | {"US"}


def by_code(code: str) -> str | None:
    """The UN/LOCODE of a four-digit Schedule D code; None where it is not known or covers several ports."""
    return _codes().get(code)


def country(name: str) -> str:
    """US, or the territory that stands behind the last comma (“San Juan, PR”)."""
    state = _state(name)
    return state if state in TERRITORIES else "US"


def find(name: str) -> Found:
    """The port of a printed name, State included (“Port of Houston Authority of Harris County, TX”).

    Ours first, then UN/LOCODE's ports of that State. Without a State only a name that one port has.
    """
    state = _state(name)
    place = name.rpartition(",")[0] if state else name
    if codes := _names().get((key(place), state)):
        return Found(next(iter(codes))) if len(codes) == 1 else Found(several=tuple(sorted(codes)))
    found = seaports.find(country(name), f"{place}, {state}" if state and country(name) == "US" else place)
    known = found.locode is None or country(name) != "US" or seaports.subdivision("US", found.locode) == state
    return found if known or not state else Found(near=found.near)


def _state(name: str) -> str:
    last = name.rpartition(",")[2].strip() if "," in name else ""
    return last if len(last) == 2 and last.isalpha() and last.isupper() else ""


@cache
def _codes() -> Mapping[str, str]:
    return {row["schedule_d"]: row["locode"] for row in table("us_ports.csv") if row["schedule_d"] and row["locode"]}


@cache
def _names() -> Mapping[tuple[str, str], frozenset[str]]:
    """Codes by name and State, and by name alone. A row without a code makes its name one that tells no port."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in table("us_ports.csv"):
        for name in row["names"].split("|"):
            for state in (row["state"], ""):
                names[key(name), state].update({row["locode"]} - {""})
    return {name: frozenset(codes) for name, codes in names.items() if codes}
