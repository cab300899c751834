"""All sources read and reconciled, in memory."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadstead.registry.loading import authored, countries, packages, ports, searoute, spoken, unlocode
from roadstead.registry.loading.authored import Zones
from roadstead.registry.loading.countries import CountryRecord
from roadstead.registry.loading.groupings import GroupingRecord
from roadstead.registry.loading.ports import PortRecord
from roadstead.registry.loading.positions import Place, Placer
from roadstead.registry.loading.posts import PostRecord
from roadstead.registry.loading.report import Dropped, Source
from roadstead.registry.loading.spoken import Spoken


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be stored."""

    countries: list[CountryRecord]
    ports: dict[str, PortRecord]
    zones: Zones
    posts: tuple[PostRecord, ...]
    groupings: tuple[GroupingRecord, ...]
    spoken: Spoken
    sources: tuple[Source, ...]
    dropped: tuple[Dropped, ...]
    conflicts: tuple[Dropped, ...]


def gather() -> Gathered:
    """Read the packages and our own files, and reconcile them; about two seconds."""
    ours = authored.read(packages.AUTHORED)
    codes = unlocode.read(packages.unlocode_lists())
    atlas = countries.read_atlas(packages.atlas())
    records, untranslated = countries.build(atlas, ours.countries, packages.pycountry_locales())
    placer = Placer([*_places(codes), *atlas.cities], dict(ours.overrides), ours.countries.areas)
    result = ports.build(codes, searoute.read(packages.searoute_ports()), ours, placer)
    return Gathered(
        countries=records,
        ports=result.ports,
        zones=ours.zones,
        posts=ours.posts,
        groupings=ours.groupings,
        spoken=spoken.read(packages.atlas(), ours.spoken),
        sources=packages.sources(ours.as_of),
        dropped=(*result.dropped, *untranslated),
        conflicts=(*result.conflicts, *_zone_conflicts(ours.zones)),
    )


def _places(codes: unlocode.CodeList) -> Iterator[Place]:
    for entry in codes.entries.values():
        if entry.position:
            yield Place(entry.locode, entry.country, entry.subdivision, entry.position)


def _zone_conflicts(zones: Zones) -> Iterator[Dropped]:
    for zone in zones.zones:
        for member in zone.members:
            if member.confidence.value == "conflict":
                yield Dropped("zone", zones.source, member.locode, member.name, "conflict", zone.name)
