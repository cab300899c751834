"""Gathered records into rows: what is known is updated, what is new is added, what is gone is retired, never deleted.

Names, their words and zone memberships belong to this loader alone; they are written anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from django.db import connections, models

from roadstead.common.folding import fold, skeleton
from roadstead.registry.loading.authored import Zones
from roadstead.registry.loading.countries import CountryRecord
from roadstead.registry.loading.gather import Gathered
from roadstead.registry.loading.ports import PortRecord
from roadstead.registry.loading.posts import PostRecord
from roadstead.registry.loading.store_bodies import store_groupings, store_spoken
from roadstead.registry.loading.unlocode import Position
from roadstead.registry.models import Country, CountryName, Port, PortName, PortNameWord, Post, Zone, ZoneMembership

MOST_WORDS = 8  # of a name that can be searched from its middle
_Model = TypeVar("_Model", bound=models.Model)


def store(gathered: Gathered) -> None:
    """Write everything; to be called in a transaction."""
    _upsert(Country, [_country(record) for record in gathered.countries])
    _upsert(Port, [_port(record) for record in gathered.ports.values()])
    _upsert(Zone, list(_zones(gathered.zones)))
    _upsert(Post, [_post(record) for record in gathered.posts], gone="former")
    _replace(CountryName, list(_country_names(gathered.countries)))
    # PortNameWord goes with PortName; deleting it first spares the database the search for what hangs on what.
    PortNameWord.objects.all()._raw_delete(PortNameWord.objects.db)
    names = _replace(PortName, list(_port_names(gathered.ports.values())))
    PortNameWord.objects.bulk_create(list(_words(names)), batch_size=5000)
    _replace(ZoneMembership, list(_memberships(gathered.zones)))
    codes = {record.code for record in gathered.countries}
    store_groupings(gathered.groupings, codes)
    store_spoken(gathered.spoken, codes)
    _measure(Country, CountryName, Port, PortName, PortNameWord, Zone, ZoneMembership)


def _measure(*tables: type[models.Model]) -> None:
    """Let the database count what was written: a planner that believes the tables empty takes minutes for a search."""
    connection = connections[Port.objects.db]
    with connection.cursor() as cursor:
        for model in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _upsert(model: type[_Model], rows: Sequence[_Model], gone: str = "retired") -> None:
    """Insert or update by primary key; rows of the table that are not among them are marked as retired, or `gone`."""
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    key = model._meta.pk.name
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=[key], update_fields=fields, batch_size=2000
    )
    kept = {row.pk for row in rows}
    lacking = [pk for pk in model._default_manager.values_list("pk", flat=True) if pk not in kept]
    for start in range(0, len(lacking), 500):
        model._default_manager.filter(pk__in=lacking[start : start + 500]).update(**{gone: True})


def _replace(model: type[_Model], rows: list[_Model]) -> list[_Model]:
    model._default_manager.all()._raw_delete(model._default_manager.db)
    return model._default_manager.bulk_create(rows, batch_size=5000)


def _decimal(degrees: float | None) -> Decimal | None:
    return None if degrees is None else Decimal(f"{degrees:.5f}")


def _degrees(position: Position | None) -> dict[str, Decimal | None]:
    return {
        "latitude": _decimal(position.latitude if position else None),
        "longitude": _decimal(position.longitude if position else None),
    }


def _country(record: CountryRecord) -> Country:
    return Country(
        code=record.code,
        kind=record.kind,
        alpha3=record.alpha3,
        numeric=record.numeric,
        name=record.name,
        official_name=record.official_name,
        region=record.region,
        subregion=record.subregion,
        coast=record.coast,
        coastline_km=record.coastline_km,
        coast_source=record.coast_source,
        capital=record.capital,
        withdrawn=record.withdrawn,
        **_degrees(record.capital_position),
    )


def _country_names(records: Iterable[CountryRecord]) -> Iterator[CountryName]:
    for record in records:
        for name in record.names:
            yield CountryName(
                country_id=record.code, language=name.language, name=name.name, folded=fold(name.name), main=name.main
            )


def _port(record: PortRecord) -> Port:
    entry, placement = record.entry, record.placement
    return Port(
        locode=entry.locode,
        name=record.name,
        country_id=entry.country,
        subdivision=entry.subdivision,
        position_source=placement.source,
        position_check=placement.check,
        position_note=placement.note,
        status=entry.status,
        functions=entry.functions,
        reason=record.reason,
        standing=record.standing,
        **_degrees(placement.position),
    )


def _port_names(records: Iterable[PortRecord]) -> Iterator[PortName]:
    for record in records:
        for given in record.names:
            folded = fold(given.name)
            yield PortName(
                port_id=record.entry.locode, name=given.name, kind=given.kind, folded=folded, skeleton=skeleton(folded)
            )


def _words(names: Iterable[PortName]) -> Iterator[PortNameWord]:
    for name in names:
        words = name.folded.split()
        for position in range(min(len(words), MOST_WORDS)):
            yield PortNameWord(name_id=name.pk, key=" ".join(words[position:]), position=position)


def _zones(zones: Zones) -> Iterator[Zone]:
    for zone in zones.zones:
        yield Zone(
            name=zone.name,
            district=zone.district,
            district_renamed=zone.district_renamed,
            as_of=zones.as_of,
            source=zones.source,
        )


def _post(record: PostRecord) -> Post:
    return Post(
        code=record.code,
        name=record.name,
        place=record.place,
        country_id=record.country,
        valid_from=record.since,
        valid_until=record.until,
        former=record.former,
        source=record.source,
    )


def _memberships(zones: Zones) -> Iterator[ZoneMembership]:
    for zone in zones.zones:
        for member in zone.members:
            yield ZoneMembership(
                port_id=member.locode,
                zone_id=zone.name,
                named_as=member.name,
                confidence=member.confidence,
                as_of=zones.as_of,
                source=zones.source,
                note=member.note,
            )
