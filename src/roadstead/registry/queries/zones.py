"""The Captain of the Port zone of a US port."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadstead.registry.models import Zone, ZoneMembership
from roadstead.registry.queries.ports import normal_code


@dataclass(frozen=True, slots=True)
class PortZone:
    """Where a dated source places a port. More than one zone means that the source contradicts itself: ask."""

    code: str
    zones: tuple[str, ...]
    districts: tuple[str, ...]
    confidence: str
    as_of: date
    source: str
    note: str

    @property
    def zone(self) -> str | None:
        """The zone, if there is only one."""
        return self.zones[0] if len(self.zones) == 1 else None


def zone_of(locode: str) -> PortZone | None:
    """The zone of a port by the newest source, with its confidence; None if no source places it."""
    code = normal_code(locode)
    return zones_of_ports([code]).get(code) if code else None


def zones_of_ports(codes: Iterable[str]) -> dict[str, PortZone]:
    """The zones of many ports in one query, by code; ports without a zone are left out."""
    wanted = {code for text in codes if (code := normal_code(text))}
    rows = ZoneMembership.objects.filter(port_id__in=wanted).select_related("zone").order_by("-as_of", "zone_id")
    newest: dict[str, list[ZoneMembership]] = {}
    for row in rows:
        same_port = newest.setdefault(row.port_id, [])
        if not same_port or same_port[0].as_of == row.as_of:
            same_port.append(row)
    return {code: _zone(code, members) for code, members in newest.items()}


def zones_by_port() -> dict[str, str]:
    """The zone of every port that its newest source places in exactly one, by UN/LOCODE."""
    newest: dict[str, tuple[date, set[str]]] = {}
    for port, zone, as_of in ZoneMembership.objects.order_by("as_of").values_list("port_id", "zone_id", "as_of"):
        known = newest.get(port)
        if known and known[0] == as_of:
            known[1].add(zone)
        else:
            newest[port] = (as_of, {zone})
    return {port: next(iter(zones)) for port, (_, zones) in newest.items() if len(zones) == 1}


def _zone(code: str, members: list[ZoneMembership]) -> PortZone:
    first = members[0]
    return PortZone(
        code=code,
        zones=tuple(member.zone_id for member in members),
        districts=tuple(dict.fromkeys(member.zone.district for member in members)),
        confidence=first.confidence,
        as_of=first.as_of,
        source=first.source,
        note=first.note,
    )


def has_zone(name: str) -> bool:
    """Whether there is such a zone in the sources as they are now."""
    return Zone.objects.filter(pk=name, retired=False).exists()


def zone_names() -> list[str]:
    """Every zone of the sources as they are now."""
    return list(Zone.objects.filter(retired=False).order_by("name").values_list("name", flat=True))


def held_zone(name: str) -> bool:
    """Whether a zone is held for writing: of two who write about it at once, one waits. False where there is none."""
    return bool(list(Zone.objects.select_for_update().filter(name=name).values_list("name", flat=True)))
