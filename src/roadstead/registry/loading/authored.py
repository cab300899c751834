"""Our own files in registry/data, read and checked as they are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from roadstead.registry.enums import Confidence, NameKind, PositionSource
from roadstead.registry.loading import groupings, posts
from roadstead.registry.loading.groupings import GroupingRecord
from roadstead.registry.loading.positions import Override
from roadstead.registry.loading.unlocode import Position

SOURCE = "Roadstead"


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a port that UN/LOCODE does not give."""

    locode: str
    name: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Member:
    """A port as the list of zones names it."""

    locode: str
    name: str
    confidence: Confidence
    note: str


@dataclass(frozen=True, slots=True)
class ZoneList:
    """A Captain of the Port zone and its ports."""

    name: str
    district: str
    district_renamed: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Zones:
    """All zones, with the day and name of the source."""

    as_of: date
    source: str
    zones: tuple[ZoneList, ...]


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """What countries.yaml says, by code: coasts with the reason, capitals, regions, the English name to show, further
    English names, areas outside any country; and the names to show in other languages, by language and code.
    """

    source: str
    coasts: Mapping[str, str]
    capitals: Mapping[str, tuple[str, Position]]
    regions: Mapping[str, tuple[str, str]]
    shown: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    areas: Mapping[str, str]
    translations: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Authored:
    """Everything written by hand."""

    as_of: str
    zones: Zones
    aliases: tuple[Alias, ...]
    advisory_ports: frozenset[str]
    overrides: Mapping[str, Override]
    countries: CountryFacts
    groupings: tuple[GroupingRecord, ...]
    spoken: Mapping[str, Mapping[str, object]]
    posts: tuple[posts.PostRecord, ...]

    def zone_ports(self) -> frozenset[str]:
        """The codes named in the list of zones."""
        return frozenset(member.locode for zone in self.zones.zones for member in zone.members)


def read(folder: Path) -> Authored:
    """Read every file of the folder. Raises KeyError or ValueError where a record lacks a field or has a wrong one."""
    aliases = _load(folder / "port_aliases.yaml")
    countries = _load(folder / "countries.yaml")
    return Authored(
        as_of=str(aliases["as_of"]),
        zones=_zones(_load(folder / "zones.yaml")),
        aliases=tuple(Alias(row["port"], row["name"], NameKind(row["kind"])) for row in aliases["names"]),
        advisory_ports=frozenset(_load(folder / "named_ports.yaml")["ports"]),
        overrides=dict(_overrides(_load(folder / "position_overrides.yaml")["positions"])),
        countries=_countries(countries),
        groupings=groupings.read(_load(folder / "groupings.yaml")),
        spoken={name: countries[name] for name in ("languages", "timezones")},
        posts=posts.build(_load(folder / "posts.yaml")),
    )


def _load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data


def _zones(data: dict[str, Any]) -> Zones:
    return Zones(
        as_of=data["as_of"],
        source=data["source"],
        zones=tuple(
            ZoneList(
                zone["name"],
                zone["district"],
                data["districts"][zone["district"]],
                tuple(
                    Member(row["port"], row["name"], Confidence(row["confidence"]), row.get("note", ""))
                    for row in zone["ports"]
                ),
            )
            for zone in data["zones"]
        ),
    )


def _overrides(rows: list[dict[str, Any]]) -> Iterator[tuple[str, Override]]:
    for row in rows:
        position = Position(row["lat"], row["lon"]) if "lat" in row else None
        why = row.get("why", "no source gives a position")
        yield row["port"], Override(position, PositionSource(row.get("take", "")), why)


def _countries(data: dict[str, Any]) -> CountryFacts:
    names: dict[str, dict[str, Any]] = data["names"]
    return CountryFacts(
        source=data["source"],
        coasts=data["coasts"],
        capitals={
            code: (row["name"], Position(row["latitude"], row["longitude"])) for code, row in data["capitals"].items()
        },
        regions={code: (row["region"], row["subregion"]) for code, row in data["regions"].items()},
        shown={code: row["show"] for code, row in names.items() if "show" in row},
        also={code: tuple(row.get("also", ())) for code, row in names.items()},
        areas=data["areas"],
        translations=data["translations"],
    )
