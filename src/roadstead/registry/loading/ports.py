"""Ports: which codes count as one, under which names, at which position, and how surely."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roadstead.common.folding import fold
from roadstead.registry.enums import NameKind, PortReason, PositionSource, Standing
from roadstead.registry.loading import authored, searoute, unlocode
from roadstead.registry.loading.authored import Authored
from roadstead.registry.loading.names import GivenName, collect, split
from roadstead.registry.loading.positions import Placement, Placer
from roadstead.registry.loading.report import Dropped
from roadstead.registry.loading.searoute import ListedPort
from roadstead.registry.loading.unlocode import REQUESTED, CodeList, Entry

SOURCE_NAMES = {PositionSource.UNLOCODE: unlocode.SOURCE, PositionSource.SEAROUTE: searoute.SOURCE}
CONFLICTS = frozenset({"sources_differ", "set_by_hand"})


@dataclass(frozen=True, slots=True)
class PortRecord:
    """A port ready to be stored."""

    entry: Entry
    name: str
    names: tuple[GivenName, ...]
    placement: Placement
    reason: PortReason
    standing: Standing


@dataclass(slots=True)
class PortsResult:
    """Ports by code, what was dropped, and where the sources contradict one another."""

    ports: dict[str, PortRecord] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    conflicts: list[Dropped] = field(default_factory=list)


def build(codes: CodeList, listed: Mapping[str, ListedPort], ours: Authored, placer: Placer) -> PortsResult:
    """Reconcile the sources, code by code."""
    result = PortsResult(dropped=[row for row in codes.dropped if row.reason == "withdrawn"])
    aliases = _aliases(codes, listed, ours, result.dropped)
    zone_ports = ours.zone_ports()
    for code, entry in codes.entries.items():
        port = listed.get(code)
        named = _named(code, zone_ports, ours, aliases)
        if not (entry.is_port or port or named):
            continue
        placement = placer.place(code, entry.subdivision, entry.position, port.positions if port else ())
        reason = _reason(entry, placement, named)
        if reason is None:
            detail = f"{entry.functions} at {placement.refused[0].position}" if placement.refused else entry.functions
            result.dropped.append(Dropped("port", searoute.SOURCE, code, entry.names[0], "not_a_port", detail))
            continue
        _note_refusals(entry, placement, result)
        result.ports[code] = _record(entry, port, placement, reason, named, aliases.get(code, ()))
    result.dropped += [row for row in codes.dropped if row.reason == "malformed" and row.code in result.ports]
    result.dropped += _unknown(codes, listed, ours)
    return result


def _named(
    code: str, zone_ports: frozenset[str], ours: Authored, aliases: Mapping[str, list[GivenName]]
) -> PortReason | None:
    """Who names the code a port, besides UN/LOCODE and searoute. Such a code is never dropped."""
    if code in zone_ports:
        return PortReason.ZONE
    if code in ours.advisory_ports:
        return PortReason.ADVISORY
    return PortReason.ALIAS if any(alias.kind is NameKind.ALIAS for alias in aliases.get(code, ())) else None


def _reason(entry: Entry, placement: Placement, named: PortReason | None) -> PortReason | None:
    if entry.is_port:
        return PortReason.FUNCTION
    if named:
        return named
    return PortReason.SEAROUTE if placement.searoute_confirms else None


def _record(
    entry: Entry,
    port: ListedPort | None,
    placement: Placement,
    reason: PortReason,
    named: PortReason | None,
    aliases: Iterable[GivenName],
) -> PortRecord:
    confirmed = port if port and placement.searoute_confirms else None
    name, names = collect(entry.names, confirmed.names if confirmed else (), aliases)
    if named in (PortReason.ZONE, PortReason.ADVISORY) or (confirmed and confirmed.has_terminals):
        standing = Standing.MAJOR
    elif confirmed and entry.is_port:
        standing = Standing.CONFIRMED
    else:
        standing = Standing.REQUESTED if entry.status in REQUESTED else Standing.LISTED
    return PortRecord(entry, name, names, placement, reason, standing)


def _note_refusals(entry: Entry, placement: Placement, result: PortsResult) -> None:
    for refusal in placement.refused:
        rows = result.conflicts if refusal.reason.value in CONFLICTS else result.dropped
        source = SOURCE_NAMES[refusal.source]
        detail = f"{refusal.position}; used: {placement.position or 'none'}"
        rows.append(Dropped("position", source, entry.locode, entry.names[0], refusal.reason.value, detail))


def _aliases(
    codes: CodeList, listed: Mapping[str, ListedPort], ours: Authored, dropped: list[Dropped]
) -> dict[str, list[GivenName]]:
    """Our own names by code, then UN/LOCODE's references ("Amoy = Xiamen …") resolved within their country."""
    aliases: dict[str, list[GivenName]] = defaultdict(list)
    for alias in ours.aliases:
        aliases[alias.locode].append(GivenName(alias.name, alias.kind))
    by_name = _ports_by_name(codes, listed)
    for reference in codes.references:
        found = by_name.get((reference.country, fold(reference.stands_for)), [])
        for code in found:
            for given in split(reference.name):
                aliases[code].append(GivenName(given.name, NameKind.ALTERNATIVE))
        if not found:
            text = f"{reference.name} = {reference.stands_for}"
            dropped.append(Dropped("name", unlocode.SOURCE, reference.country, text, "unresolved"))
    return aliases


def _ports_by_name(codes: CodeList, listed: Mapping[str, ListedPort]) -> dict[tuple[str, str], list[str]]:
    """The codes that may be ports, by country and folded name, in the countries that have references."""
    countries = {reference.country for reference in codes.references}
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, entry in codes.entries.items():
        if entry.country in countries and (entry.is_port or code in listed):
            for text in entry.names:
                for folded in {fold(text), fold(next(split(text)).name)}:
                    by_name[entry.country, folded].append(code)
    return by_name


def _unknown(codes: CodeList, listed: Mapping[str, ListedPort], ours: Authored) -> list[Dropped]:
    """Codes that searoute or our own files have and UN/LOCODE has not."""
    rows = [
        Dropped("port", searoute.SOURCE, code, port.names[0], "unknown_code", str(port.positions[0]))
        for code, port in sorted(listed.items())
        if code not in codes.entries
    ]
    named = ours.zone_ports() | ours.advisory_ports | {alias.locode for alias in ours.aliases} | set(ours.overrides)
    rows += [Dropped("port", authored.SOURCE, code, "", "unknown_code") for code in sorted(named - set(codes.entries))]
    return rows
