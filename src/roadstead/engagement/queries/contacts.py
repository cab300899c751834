"""People outside the programme: those that somebody may read, found by name, address, number, place, part and day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.common.fields import starts_with
from roadstead.common.folding import fold
from roadstead.engagement.addressbook.points import digits
from roadstead.engagement.models import Contact, ContactPoint, Position
from roadstead.engagement.queries.parts import with_points, with_positions
from roadstead.engagement.queries.positions import on_day
from roadstead.registry import queries as registry
from roadstead.registry.queries.places import place_keys

Rows = GuardedQuerySet[Contact]
KEPT, RETIRED, EVERY = "in_force", "ended", "every"
MOST_WORDS = 8
FEWEST_DIGITS = 4
ORDERS: dict[str, Any] = {
    "name": F("folded"),
    "country": F("country__name"),
    "contact": F("last_contact_on"),
}


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """What is asked of a list; an empty field asks nothing. standing: in_force (kept in touch with), ended, every."""

    text: str = ""
    country: str = ""
    part: str = ""
    on: date | None = None
    standing: str = KEPT
    mark: str = ""
    sort: str = "name"


def readable_people(viewer: Viewer) -> Rows:
    """All that somebody may read, without those that were joined with another."""
    return Contact.objects.visible_to(viewer).filter(merged_into__isnull=True)


def find_people(rows: Rows, asked: PeopleAsked, viewer: Viewer) -> Rows:
    """The rows that fit, in the order asked for. Finding only ever narrows what it is given."""
    if asked.text:
        rows = rows.filter(_worded(asked.text, viewer))
    if asked.country:
        rows = rows.filter(country=asked.country)
    if asked.mark:
        rows = rows.filter(mark=asked.mark)
    if asked.part or asked.on:
        parts = Position.objects.filter(**{"kind": asked.part} if asked.part else {}).stated()
        rows = rows.filter(pk__in=(parts.filter(on_day(asked.on)) if asked.on else parts).values("contact"))
    if asked.standing != EVERY:
        rows = rows.filter(retired_at__isnull=asked.standing == KEPT)
    key, down = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    order = ORDERS[key if key in ORDERS else "name"]
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "folded", "pk")


def with_parts(rows: Rows) -> Rows:
    """The same with country, addresses and parts, in a fixed number of queries."""
    return rows.select_related("country").prefetch_related(with_points(), with_positions(), "states")


def person(pk: int, viewer: Viewer) -> Contact | None:
    """One entry, also one that was joined with another; None for what there is not, or is not open to the viewer."""
    return with_parts(Contact.objects.visible_to(viewer)).select_related("marked_by").filter(pk=pk).first()


def people_by_keys(keys: Collection[int], viewer: Viewer) -> Rows:
    """Some entries, as far as they may be read."""
    return readable_people(viewer).filter(pk__in=keys)


def people_countries(rows: Rows) -> list[tuple[str, str]]:
    """The countries of some people, to narrow a list to: code and name, by name."""
    found = registry.country_rows_where(Q(pk__in=rows.order_by().values("country")))
    return list(found.order_by("name", "code").values_list("code", "name"))


def _worded(text: str, viewer: Viewer) -> Q:
    """Who has every word in a name; whose address begins so; whose number holds the digits; who is or was there."""
    key = fold(text)
    found = Q(pk__in=[])
    if key:
        named = Q()
        for word in key.split()[:MOST_WORDS]:
            named &= Q(folded__contains=word) | Q(local_name__icontains=word)
        organisations, facilities = place_keys(text, viewer)
        there = Position.objects.filter(Q(organisation__in=organisations) | Q(facility__in=facilities)).stated()
        found = named | Q(local_name__icontains=text.strip()) | Q(pk__in=there.values("contact"))
    points = starts_with("compared", text.strip().casefold()) & Q(kind="email")
    if len(number := digits(text)) >= FEWEST_DIGITS and not any(one.isalpha() for one in text):
        points |= Q(kind="phone", compared__contains=number)
    return found | Q(pk__in=ContactPoint.objects.filter(points).stated().values("contact"))
