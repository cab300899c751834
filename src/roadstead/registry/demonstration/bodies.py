"""The authorities of a country, the embassy with its agencies, and who operates terminals there: all invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from roadstead.common.invented import Chance, invented, word
from roadstead.registry.demonstration.lands import SOURCE, Land
from roadstead.registry.enums import OrganisationKind as Kind

AUTHORITIES = (  # kind, name, address of its people, duties
    (
        *(Kind.MINISTRY, "Ministry of Ports and Shipping", "ministry"),
        "Makes the law on port security, and answers to other governments for it.",
    ),
    (
        *(Kind.DESIGNATED_AUTHORITY, "Port Security Authority", "security"),
        "Designated Authority under SOLAS chapter XI-2: approves assessments and plans of port facilities, issues "
        "Statements of Compliance, sets the security level for ports and tells ships.",
    ),
    (
        *(Kind.MARITIME_ADMINISTRATION, "Maritime Administration", "maritime"),
        "Flag State for its own ships; receives notices of arrival, and tells the port of the ship’s security level.",
    ),
    (
        *(Kind.COAST_GUARD, "Coast Guard", "coastguard"),
        "Patrols the approaches and anchorages, and answers alarms of ships.",
    ),
    (
        *(Kind.POLICE, "Harbour Police", "police"),
        "Guards the common areas of ports, and answers where a facility calls for help.",
    ),
    (
        *(Kind.CUSTOMS, "Customs Service", "customs"),
        "Looks into cargo and containers, and seals what has been looked into.",
    ),
)
EMBASSY = "Keeps in touch with the government for the programme; requests for visits and training go through it."
AGENCIES = (
    ("US Customs and Border Protection", "cbp", "Containers before they are loaded for the United States."),
    ("US Department of Energy", "energy", "Radiation detection at ports, and training for it."),
    ("US Department of Defense", "defense", "Cooperation with navy and coast guard; what a ship of the Navy needs."),
)
PORT = "Runs the port’s common areas: gates, roads, anchorage; leads the port’s security committee."
PORT_AUTHORITIES = 3  # at most
COMPANIES = (
    (Kind.OPERATOR, "Terminals", "Operates port facilities, and employs their security officers."),
    (Kind.COMPANY, "Lines", "Its ships call here regularly."),
    (Kind.RSO, "Survey", "Recognised security organisation: writes assessments for facilities, and approves none."),
)
BODIES = 14  # of a country, about: what a larger world has that many times


@dataclass(frozen=True, slots=True)
class Body:
    """An invented organisation. shared: with its own State; domain: of the addresses of its people."""

    country: str
    kind: Kind
    name: str
    domain: str
    duties: str
    place: str = ""
    part_of: str = ""
    shared: bool = True
    phone: str = ""
    source: str = SOURCE

    @property
    def email(self) -> str:
        return f"office@{self.domain}"

    @property
    def website(self) -> str:
        return f"https://{self.domain}/"


def bodies_of(land: Land, scale: int = 1) -> list[Body]:
    """Every organisation of a country; those that others are part of come first."""
    return [*_authorities(land), *_ports(land), *_embassy(land), *_companies(land, scale)]


def operators_of(land: Land, scale: int = 1) -> list[Body]:
    """Those that operate facilities."""
    return [one for one in _companies(land, scale) if one.kind == Kind.OPERATOR]


def _authorities(land: Land) -> Iterator[Body]:
    ministry = ""
    for number, (kind, name, domain, duties) in enumerate(AUTHORITIES, 10):
        made = invented(f"{name}, {land.name}")
        said: dict[str, Any] = {"place": land.capital, "part_of": ministry, "phone": land.phone(number)}
        yield Body(land.code, kind, made, land.domain(domain), duties, **said)
        ministry = ministry or made


def _ports(land: Land) -> Iterator[Body]:
    for number, site in enumerate(land.ports[:PORT_AUTHORITIES], 20):
        domain, name = land.domain(f"port-{site.locode[2:].lower()}"), invented(f"Port Authority, {site.name}")
        yield Body(land.code, Kind.PORT_AUTHORITY, name, domain, PORT, site.name, phone=land.phone(number))


def _embassy(land: Land) -> Iterator[Body]:
    if not land.capital:
        return
    chance, name = Chance("embassy", land.code), invented(f"US Embassy, {land.capital}")
    said: dict[str, Any] = {"place": land.capital, "shared": False}
    yield Body(land.code, Kind.EMBASSY, name, land.domain("embassy"), EMBASSY, phone=land.phone(30), **said)
    for number, (agency, domain, duties) in enumerate(AGENCIES, 31):
        if chance.happens(60):
            own, phone = invented(f"{agency}, {land.capital}"), land.phone(number)
            yield Body(land.code, Kind.AGENCY, own, land.domain(domain), duties, part_of=name, phone=phone, **said)


def _companies(land: Land, scale: int) -> Iterator[Body]:
    if not land.ports:
        return
    chance, taken = Chance("companies", land.code), set[str]()
    for number in range(chance.between(2, 4) + (scale - 1) * BODIES):
        kind, what, duties = COMPANIES[(0, 0, 1, 2)[number % 4]]
        own = word(land.code, land.subregion, chance)
        # A sound has some hundred words; the second of one name is told apart by its number.
        name = f"{own} {what}" if f"{own} {what}" not in taken else f"{own} {what} {number}"
        taken.add(name)
        at, domain = chance.one_of(land.ports[:8]), land.domain(f"{what.lower()}-{number + 1}")
        shared, phone = kind != Kind.COMPANY, land.phone(40 + number)
        # Companies of two countries may sound alike; the country tells them apart.
        named = invented(f"{name}, {land.name}")
        yield Body(land.code, kind, named, domain, duties, at.name, shared=shared, phone=phone)
