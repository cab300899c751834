"""Bodies with their members, languages and time zones into rows. They belong to the loader alone: written anew."""

from collections.abc import Collection, Iterable, Iterator

from roadstead.registry.loading.groupings import GroupingRecord
from roadstead.registry.loading.spoken import Spoken
from roadstead.registry.models import CountryLanguage, CountryTimezone, Grouping, Membership


def store_groupings(records: Iterable[GroupingRecord], countries: Collection[str]) -> None:
    """Write bodies and members anew; they belong to this loader alone. Raises ValueError for a country there is not."""
    kept = list(records)
    if lacking := {one.country for record in kept for one in record.members} - set(countries):
        raise ValueError(f"groupings.yaml names countries that there are not: {', '.join(sorted(lacking))}")
    Membership.objects.all()._raw_delete(Membership.objects.db)
    Grouping.objects.exclude(pk__in=[record.code for record in kept]).delete()
    Grouping.objects.bulk_create(
        [_row(record) for record in kept],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "source", "as_of", "note", "members_known"],
    )
    Membership.objects.bulk_create(list(_members(kept)))


def store_spoken(spoken: Spoken, countries: Collection[str]) -> None:
    """Write languages and time zones anew; those of a code that is no country here are left out."""
    for model in (CountryLanguage, CountryTimezone):
        model.objects.all()._raw_delete(model.objects.db)
    CountryLanguage.objects.bulk_create(
        CountryLanguage(country_id=one.country, code=one.code, name=one.name, source=one.source)
        for one in spoken.languages
        if one.country in countries
    )
    CountryTimezone.objects.bulk_create(
        CountryTimezone(country_id=one.country, name=one.name, source=one.source)
        for one in spoken.timezones
        if one.country in countries
    )


def _row(record: GroupingRecord) -> Grouping:
    said = {"name": record.name, "source": record.source, "as_of": record.as_of, "note": record.note}
    return Grouping(code=record.code, members_known=record.known, **said)


def _members(records: Iterable[GroupingRecord]) -> Iterator[Membership]:
    for record in records:
        for one in record.members:
            yield Membership(
                grouping_id=record.code,
                country_id=one.country,
                since=one.since,
                until=one.until,
                note=one.note,
                source=record.source,
                as_of=record.as_of,
            )
