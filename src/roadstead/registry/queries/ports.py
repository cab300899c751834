"""Ports by code, by country, and as points for a map."""

from collections.abc import Iterable
from dataclasses import dataclass

from roadstead.registry.enums import Standing
from roadstead.registry.models import Port


@dataclass(frozen=True, slots=True)
class PortInfo:
    """A port. Degrees north and east are positive, None without a position; `position_source` says who gives it."""

    code: str
    name: str
    country: str
    country_name: str
    subdivision: str
    latitude: float | None
    longitude: float | None
    position_source: str
    position_check: str
    reason: str
    standing: int


@dataclass(frozen=True, slots=True)
class PortPoint:
    """What a map needs of a port."""

    code: str
    name: str
    country: str
    latitude: float
    longitude: float


def normal_code(text: str) -> str | None:
    """ "us hou", "US-HOU" and "USHOU" as "USHOU"; None if the text cannot be a UN/LOCODE."""
    compact = "".join(c for c in text[:12] if c not in " -\t").upper()
    if len(compact) == 5 and compact.isascii() and compact.isalnum() and compact[:2].isalpha() and len(text) <= 12:
        return compact
    return None


def normal_country(text: str) -> str:
    """A country code as it is stored: at most three letters or digits in capitals, "" if the text has none."""
    return "".join(c for c in text[:12] if c.isascii() and c.isalnum()).upper()[:3]


def port(locode: str) -> PortInfo | None:
    """The port of a UN/LOCODE, with or without a space, in either case; None if there is none."""
    code = normal_code(locode)
    row = Port.objects.select_related("country").filter(pk=code).first() if code else None
    return None if row is None else _info(row)


def ports_by_code(codes: Iterable[str]) -> dict[str, PortInfo]:
    """The ports of many codes in one query; codes that are not known are left out. At most 500 codes are read."""
    wanted = sorted({code for text in codes if (code := normal_code(text))})[:500]
    return {row.pk: _info(row) for row in Port.objects.select_related("country").filter(pk__in=wanted)}


def seaports_of(country: str, *, limit: int = 500) -> list[PortInfo]:
    """The ports of a country by its code, those most surely sea ports first, then by name."""
    rows = Port.objects.select_related("country").filter(country_id=normal_country(country), retired=False)
    return [_info(row) for row in rows.order_by("standing", "name", "locode")[:limit]]


def port_points(*, country: str | None = None, surest: Standing = Standing.CONFIRMED) -> list[PortPoint]:
    """Ports with a position, for a map; by default those that two sources confirm, or that are major."""
    rows = Port.objects.filter(latitude__isnull=False, retired=False, standing__lte=surest)
    if country:
        rows = rows.filter(country_id=normal_country(country))
    values = rows.order_by("locode").values_list("locode", "name", "country_id", "latitude", "longitude")
    return [
        PortPoint(code, name, land, float(north), float(east))
        for code, name, land, north, east in values
        if north is not None and east is not None
    ]


def _info(row: Port) -> PortInfo:
    return PortInfo(
        code=row.locode,
        name=row.name,
        country=row.country_id,
        country_name=row.country.name,
        subdivision=row.subdivision,
        latitude=None if row.latitude is None else float(row.latitude),
        longitude=None if row.longitude is None else float(row.longitude),
        position_source=row.position_source,
        position_check=row.position_check,
        reason=row.reason,
        standing=row.standing,
    )
