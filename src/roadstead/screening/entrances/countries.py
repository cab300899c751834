"""Countries of the file: by the first digits of a Schedule K code, and by the names that files print."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from roadstead.core.country import COUNTRIES, WITHDRAWN
from roadstead.core.names import fold
from roadstead.screening.entrances.data import table

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Area:
    """Where a Schedule K code lies. countries: one, or those that share it; printed: others the list prints for it."""

    countries: tuple[str, ...]
    printed: frozenset[str]

    def agrees_with(self, named: frozenset[str]) -> bool:
        """Whether a country's name in the file fits; a name that could be several fits if one of them does."""
        return bool(named & (self.printed | set(self.countries)))


def schedule_k(text: str) -> str | None:
    """A Schedule K code as five digits (a spreadsheet drops the zero of 01520); None if it is none."""
    return text.zfill(5) if re.fullmatch(r"[0-9]{4,5}", text) else None


def schedule_d(text: str) -> str | None:
    """A Schedule D code as four digits (a spreadsheet drops the zero of 0101); None if it is none."""
    return text.zfill(4) if re.fullmatch(r"[0-9]{3,4}", text) else None


def area(code: str) -> Area | None:
    """The area of a five-digit code by its longest listed beginning; None where the code names no country."""
    return next((found for length in range(5, 0, -1) if (found := _areas().get(code[:length]))), None)


def by_name(text: str) -> frozenset[str]:
    """The countries that a printed name can mean: one, several (“Neth Antilles”), or none where it is not known."""
    return _names().get(fold(text), _NONE)


def by_schedule_c(code: str) -> frozenset[str]:
    """The countries of a four-digit Schedule C code."""
    return _schedule_c().get(code, _NONE)


@cache
def _areas() -> Mapping[str, Area]:
    return {
        row["begins"]: Area(tuple(row["iso"].split("/")), frozenset(row["printed"].split("/")) - {""})
        for row in table("schedule_k_areas.csv")
    }


@cache
def _schedule_c() -> Mapping[str, frozenset[str]]:
    return {row["code"]: frozenset(row["iso"].split("/")) for row in table("schedule_c.csv") if row["code"]}


@cache
def _names() -> Mapping[str, frozenset[str]]:
    """ISO's names, then those of Schedule C and of older files, which win where both know a name."""
    names: dict[str, frozenset[str]] = {fold(name): frozenset({code}) for code, name in (WITHDRAWN | COUNTRIES).items()}
    ours: dict[str, set[str]] = defaultdict(set)
    for row in table("schedule_c.csv"):
        for name in row["names"].split("|"):
            ours[fold(name)].update(row["iso"].split("/"))
    return names | {name: frozenset(codes) for name, codes in ours.items()}
