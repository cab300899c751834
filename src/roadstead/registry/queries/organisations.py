"""Organisations: those that somebody may read, found by words, by country, by kind."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Lower

from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.models import Country, Facility, Organisation

THERE, GONE, EVERY = "in_force", "ended", "every"
MOST_WORDS = 8
MOST_CHOICES = 500
ORDERS: dict[str, Any] = {"name": Lower("name"), "kind": F("kind"), "country": F("country__name"), "as_of": F("as_of")}
Rows = GuardedQuerySet[Organisation]


@dataclass(frozen=True, slots=True)
class OrganisationsAsked:
    """What is asked of a list; an empty field asks nothing. standing: in_force (there now), ended, every."""

    text: str = ""
    kind: str = ""
    country: str = ""
    mark: str = ""
    standing: str = THERE
    sort: str = "name"


def organisations(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Organisation.objects.visible_to(viewer)


def find_organisations(rows: Rows, asked: OrganisationsAsked) -> Rows:
    """The rows that fit, in the order asked for. Finding only ever narrows what it is given."""
    rows = rows.filter(worded(asked.text))
    for name, value in (("kind", asked.kind), ("country", asked.country), ("mark", asked.mark)):
        if value:
            rows = rows.filter(**{name: value})
    if asked.standing != EVERY:
        rows = rows.filter(retired_at__isnull=asked.standing == THERE)
    key, down = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    order = ORDERS[key if key in ORDERS else "name"]
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "name", "pk")


def worded(text: str) -> Q:
    """Organisations that have every word of a text in a name or their place."""
    found = Q()
    for word in text.split()[:MOST_WORDS]:
        here = Q(local_name__icontains=word) | Q(place__icontains=word) | Q(name__icontains=word)
        found &= here | Q(folded__contains=key) if (key := fold(word)) else here
    return found


def with_names(rows: Rows) -> Rows:
    """The same with the names that a page shows, in a fixed number of queries."""
    return rows.select_related("country", "marked_by").prefetch_related("states")


def search_organisations(text: str, viewer: Viewer, *, country: str = "", limit: int = 10) -> Rows:
    """Organisations that are there, to choose one from; those of a country alone where one is named."""
    asked = OrganisationsAsked(text=text, country=country)
    return find_organisations(organisations(viewer), asked).select_related("country")[:limit]


def organisations_of(country: str, viewer: Viewer, *, kinds: Collection[str] = ()) -> Rows:
    """What is there of a country, by kind and name; of some kinds only where they are named."""
    rows = organisations(viewer).filter(country=country, retired_at__isnull=True)
    return (rows.filter(kind__in=kinds) if kinds else rows).order_by("kind", "name", "pk")


def organisation_names(keys: Collection[int], viewer: Viewer) -> Mapping[int, str]:
    """The names of some organisations, as far as they may be read: one query, none where nothing is asked."""
    if not keys:
        return {}
    return dict(organisations(viewer).filter(pk__in=keys).values_list("pk", "name"))


def parts_of(organisation: Organisation, viewer: Viewer) -> Rows:
    """What an organisation has for parts, as far as it may be read."""
    return organisations(viewer).filter(parent=organisation.pk, retired_at__isnull=True)


def operated_by(organisation: Organisation, viewer: Viewer) -> GuardedQuerySet[Facility]:
    """The facilities that an organisation operates, as far as they may be read."""
    rows = Facility.objects.visible_to(viewer).filter(operator=organisation.pk, merged_into__isnull=True)
    return rows.select_related("country", "port").order_by("name", "pk")


def organisation_countries(rows: Rows) -> list[tuple[str, str]]:
    """The countries of some organisations, to narrow a list to: code and name, by name."""
    keys = rows.order_by().values("country")
    return list(Country.objects.filter(pk__in=keys).order_by("name", "code").values_list("code", "name"))


def organisations_to_choose(viewer: Viewer, country: str | None) -> list[tuple[int, str]]:
    """What an organisation of a country can be part of: those of the country, and those of none."""
    rows = organisations(viewer).filter(Q(country=country) | Q(country__isnull=True), retired_at__isnull=True)
    return list(rows.order_by("name", "pk").values_list("pk", "name")[:MOST_CHOICES])
