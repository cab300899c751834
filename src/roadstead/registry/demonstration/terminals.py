"""The port facilities of a country, invented: at real ports, under numbers that IMO has given to none."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from roadstead.common.invented import Chance, invented, word
from roadstead.registry.demonstration.bodies import operators_of
from roadstead.registry.demonstration.lands import Land, Site
from roadstead.registry.enums import CargoKind as Cargo

FIRST = 9001  # a port has some hundred facilities at most, and its numbers begin at 0001
FEWEST, MOST = 3, 15
YEARS_GOOD = 1826  # days of a Statement of Compliance
KINDS: tuple[tuple[str, tuple[Cargo, ...], tuple[int, int]], ...] = (  # name, cargo, thousand tonnes a year
    ("Container Terminal", (Cargo.CONTAINERS,), (800, 18_000)),
    ("Multipurpose Quay", (Cargo.GENERAL, Cargo.CONTAINERS, Cargo.VEHICLES), (200, 4_000)),
    ("Oil Jetty", (Cargo.OIL,), (500, 22_000)),
    ("Grain Terminal", (Cargo.DRY_BULK,), (150, 5_000)),
    ("Ore Terminal", (Cargo.DRY_BULK,), (900, 30_000)),
    ("Gas Terminal", (Cargo.GAS,), (400, 9_000)),
    ("Chemical Jetty", (Cargo.CHEMICALS, Cargo.LIQUID_BULK), (80, 1_900)),
    ("Passenger Terminal", (Cargo.PASSENGERS, Cargo.CRUISE), (5, 60)),
    ("Ferry Berth", (Cargo.PASSENGERS, Cargo.VEHICLES), (30, 700)),
    ("Fish Quay", (Cargo.FISH,), (3, 90)),
    ("Supply Base", (Cargo.OFFSHORE, Cargo.GENERAL), (40, 600)),
    ("Repair Yard", (Cargo.REPAIR,), (1, 30)),
)


@dataclass(frozen=True, slots=True)
class Terminal:
    """An invented facility. said: its further fields, as the register calls them; operator: a name."""

    number: str
    country: str
    name: str
    port: str
    description: str
    latitude: Decimal | None
    longitude: Decimal | None
    approved_on: date | None
    reviewed_on: date | None
    issued_on: date | None
    withdrawn_on: date | None
    as_of: date
    operator: str
    said: dict[str, Any]


def terminals_of(land: Land, on: date, scale: int = 1) -> list[Terminal]:
    """The facilities of a country, as on a day: about ten, none where it has no port."""
    if not land.ports:
        return []
    chance = Chance("terminals", land.code)
    most = min(MOST, FEWEST + 2 * len(land.ports))
    count = chance.between(FEWEST, most) * scale
    sites = land.ports[: max(1, (count // scale + 1) // 2)]
    given, taken, operators = dict[str, int](), set[str](), [one.name for one in operators_of(land, scale)]
    made = []
    for place in range(count):
        site = sites[place % len(sites)]
        number = f"{site.locode}-{FIRST + given.setdefault(site.locode, 0)}"
        given[site.locode] += 1
        made.append(_terminal(land, site, number, operators, taken, on))
    return made


def misspelt(one: Terminal) -> str:
    """Its name as a letter might have it."""
    words = one.name.split()
    at = len(words[0]) // 2
    return " ".join([words[0][:at] + words[0][at + 1 :], *words[1:]])


def later(one: Terminal, on: date) -> Terminal:
    """The same as a newer export has it: reviewed, and written otherwise."""
    return replace(one, name=one.name.replace("Terminal", "Quay"), reviewed_on=on - timedelta(days=9), as_of=on)


def _terminal(land: Land, site: Site, number: str, operators: list[str], taken: set[str], on: date) -> Terminal:
    chance = Chance("terminal", number)
    kind, cargo, tonnes = chance.one_of(KINDS)
    name = f"{word(land.code, land.subregion, chance)} {kind}"
    name = f"{name} {number[-3:].lstrip('0')}" if name in taken else name
    taken.add(name)
    days, said = _days(chance, on), _particulars(chance, cargo, tonnes)
    if days["issued_on"] and chance.happens(90):
        said["soc_expires_on"] = days["issued_on"] + timedelta(days=YEARS_GOOD)
    north, east = _position(site, chance)
    where: dict[str, Any] = {"latitude": north, "longitude": east, "port": site.name, "country": land.code}
    text = f"{kind} at {site.name}: {said['berths']} berths."
    return Terminal(
        number, name=invented(name), description=text, operator=chance.one_of(operators), said=said, **where, **days
    )  # fmt: skip


def _days(chance: Chance, on: date) -> dict[str, Any]:
    """The days of its plan: most are in order, some are late, of some nothing is known."""
    approved = on - timedelta(days=chance.between(1_400, 7_000))
    if chance.happens(5):
        return dict.fromkeys(("approved_on", "reviewed_on", "issued_on", "withdrawn_on")) | {"as_of": approved}
    late = chance.happens(16)  # about half of them are over, the others soon
    issued = on - timedelta(days=chance.between(1_745, 1_910) if late else chance.between(20, 1_700))
    reviewed = on - timedelta(days=chance.between(15, 700))
    return {
        "approved_on": approved,
        "reviewed_on": max(reviewed, approved),
        "issued_on": max(issued, approved),
        "withdrawn_on": on - timedelta(days=chance.between(5, 12)) if chance.happens(1) else None,
        "as_of": on - timedelta(days=chance.between(1, 14)),
    }


def _particulars(chance: Chance, cargo: tuple[Cargo, ...], tonnes: tuple[int, int]) -> dict[str, Any]:
    amount = chance.between(*tonnes)
    berths = chance.between(1, 6)
    return {
        "cargo": [one.value for one in cargo],
        "berths": berths,
        "draught_m": Decimal(chance.between(50, 175)) / 10,
        "calls": chance.between(20, 160) * berths,
        "tonnes": amount * 1_000,
    }


def _position(site: Site, chance: Chance) -> tuple[Decimal | None, Decimal | None]:
    """Near its port, to a hundredth of a minute as GISIS gives it."""
    if site.latitude is None or site.longitude is None:
        return None, None
    north, east = (Decimal(chance.between(-25, 25)) / 1_000 for _ in range(2))
    return site.latitude + north, site.longitude + east
