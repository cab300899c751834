"""Which bodies a country is a member of, which languages it speaks, and what time it is there."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import F, FilteredRelation, Q

from roadstead.registry.models import CountryLanguage, CountryTimezone, Grouping, Membership


@dataclass(frozen=True, slots=True)
class Body:
    """A body that countries are members of. known: whether its members are loaded; where not, nobody is no member."""

    code: str
    name: str
    note: str
    source: str
    as_of: date | None
    known: bool


@dataclass(frozen=True, slots=True)
class Belonging:
    """A country in a body: `since` None where no day is known, `until` the day it left, None while it is a member."""

    country: str
    body: Body
    since: date | None
    until: date | None
    note: str

    def holds(self, on: date) -> bool:
        """Whether the country is a member on a day; an open beginning holds."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Language:
    """A language of a country."""

    code: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Zone:
    """Time zones of a country that show the same time now. local: that time, None where this machine lacks the zone."""

    names: tuple[str, ...]
    local: datetime | None
    source: str


def bodies() -> list[Body]:
    """Every body, by code; one query."""
    return [_body(row) for row in Grouping.objects.all()]


def belongings(country: str | None = None) -> list[Belonging]:
    """The memberships of a country, or of all, past ones too; one query."""
    rows = Membership.objects.select_related("grouping").order_by("grouping", "country", "since")
    if country is not None:
        rows = rows.filter(country=country)
    return [Belonging(row.country_id, _body(row.grouping), row.since, row.until, row.note) for row in rows]


def bodies_of(country: str) -> tuple[list[Belonging], list[Body]]:
    """The memberships of a country, past ones too, and the bodies of which no member is known; one query."""
    own = FilteredRelation("memberships", condition=Q(memberships__country=country))
    said = {"member": F("own__pk"), "since": F("own__since"), "until": F("own__until"), "own_note": F("own__note")}
    rows: list[Any] = list(Grouping.objects.annotate(own=own).annotate(**said).order_by("code", "own__since"))
    members = [one for one in rows if one.member is not None]
    unknown = dict.fromkeys(_body(one) for one in rows if not one.members_known)
    return [Belonging(country, _body(one), one.since, one.until, one.own_note) for one in members], list(unknown)


def languages_of(country: str) -> list[Language]:
    """The languages of a country, by name."""
    return [Language(row.code, row.name, row.source) for row in CountryLanguage.objects.filter(country=country)]


def zones_of_country(country: str, now: datetime) -> list[Zone]:
    """The time in a country, the westernmost first; zones that agree at this moment are one."""
    together: dict[datetime, list[CountryTimezone]] = {}
    unknown = []
    for row in CountryTimezone.objects.filter(country=country):
        if local := _local(row.name, now):
            together.setdefault(local.replace(tzinfo=None), []).append(row)
        else:
            unknown.append(Zone((row.name,), None, row.source))
    rows = [together[wall] for wall in sorted(together)]
    return [Zone(tuple(one.name for one in same), _local(same[0].name, now), same[0].source) for same in rows] + unknown


def _local(name: str, now: datetime) -> datetime | None:
    try:
        return now.astimezone(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _body(row: Grouping) -> Body:
    return Body(row.code, row.name, row.note, row.source, row.as_of, row.members_known)
