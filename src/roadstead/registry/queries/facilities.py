"""Port facilities: those that somebody may read, found by words, country, cargo, plan and Statement of Compliance."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast, Lower

from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.models import Country, Facility, FacilityName

VALID, SOON, EXPIRED, UNKNOWN = "valid", "soon", "expired", "unknown"
SOON_DAYS = 90
MOST_WORDS = 8
ORDERS: dict[str, Any] = {
    "name": Lower("name"),
    "number": F("number"),
    "country": F("country__name"),
    "port": F("port__name"),
    "soc": F("soc_expires_on"),
    "as_of": F("as_of"),
}
Rows = GuardedQuerySet[Facility]


@dataclass(frozen=True, slots=True)
class FacilitiesAsked:
    """What is asked of a list; an empty field asks nothing. soc: valid, soon, expired, unknown; plan: an answer.

    sort: a key of ORDERS, "-" before it turns it round.
    """

    text: str = ""
    country: str = ""
    cargo: str = ""
    plan: str = ""
    soc: str = ""
    mark: str = ""
    sort: str = "name"


def facilities(viewer: Viewer) -> Rows:
    """All entries that somebody may read; those merged into another are left out."""
    return Facility.objects.visible_to(viewer).filter(merged_into__isnull=True)


def own_facilities(viewer: Viewer) -> Rows:
    """Of these, a partner's own: of its State, or the one whose officer it is."""
    return facilities(viewer).filter(Facility.own_of(viewer))


def standing_for(keys: Collection[int], viewer: Viewer) -> dict[int, Facility]:
    """For each of some entries the one that stands for it today, as far as a viewer may read both: itself, or that into
    which it was merged. One query where none was merged.
    """
    visible = Facility.objects.visible_to(viewer)
    found = {row.pk: row for row in visible.filter(pk__in=keys)}
    while merged := {key: one.merged_into_id for key, one in found.items() if one.merged_into_id is not None}:
        kept = {row.pk: row for row in visible.filter(pk__in=set(merged.values()))}
        stayed = {key: one for key, one in found.items() if key not in merged}
        found = stayed | {key: kept[into] for key, into in merged.items() if into in kept}
    return found


def kept_instead(pk: int, viewer: Viewer) -> int | None:
    """The entry that is kept where one that a viewer may read was merged, if that is open to it, too; else None."""
    merged = Facility.objects.visible_to(viewer).filter(pk=pk, merged_into__isnull=False).order_by()
    return own_facilities(viewer).filter(pk__in=merged.values("merged_into")).values_list("pk", flat=True).first()


def facilities_by_key(keys: Collection[int], viewer: Viewer) -> dict[int, Facility]:
    """Entries that somebody may read, merged ones too; one query, none for no keys."""
    rows = Facility.objects.visible_to(viewer).filter(pk__in=keys) if keys else Facility.objects.none()
    return {one.pk: one for one in rows}


def with_names(rows: Rows) -> Rows:
    """The same with the names that a page shows, in a fixed number of queries."""
    return rows.select_related("country", "port", "marked_by").prefetch_related("states")


def find_facilities(rows: Rows, asked: FacilitiesAsked) -> Rows:
    """The rows that fit, in the order asked for. Finding only ever narrows what it is given."""
    rows = rows.filter(worded(asked.text))
    for name, value in (("country", asked.country), ("plan_approved", asked.plan), ("mark", asked.mark)):
        if value:
            rows = rows.filter(**{name: value})
    if asked.cargo:
        held: Any = rows.annotate(cargo_text=Cast("cargo", TextField()))  # SQLite cannot look into a list
        rows = held.filter(cargo_text__contains=f'"{asked.cargo}"')
    if asked.soc:
        rows = rows.filter(standing(asked.soc))
    key, down = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    order = ORDERS[key if key in ORDERS else "name"]
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "name", "pk")


def worded(text: str) -> Q:
    """Facilities that have every word of a text in a name, a number, or the port's name at their source."""
    found = Q()
    for word in text.split()[:MOST_WORDS]:
        here = Q(number__icontains=word) | Q(name__icontains=word) | Q(port_name__icontains=word)
        if key := fold(word):
            others = FacilityName.objects.filter(folded__contains=key).stated().values("facility_id")
            here |= Q(folded__contains=key) | Q(pk__in=others)
        found &= here
    return found


def standing(soc: str) -> Q:
    """Which Statements of Compliance stand so today; valid leaves out those that end within 90 days."""
    today = clock.today()
    soon = today + timedelta(days=SOON_DAYS)
    return {
        VALID: Q(soc_expires_on__gt=soon),
        SOON: Q(soc_expires_on__gte=today, soc_expires_on__lte=soon),
        EXPIRED: Q(soc_expires_on__lt=today),
        UNKNOWN: Q(soc_expires_on__isnull=True),
    }[soc]


def standing_of(expires_on: date | None) -> str:
    """How a Statement of Compliance stands today."""
    if expires_on is None:
        return UNKNOWN
    today = clock.today()
    if expires_on < today:
        return EXPIRED
    return SOON if expires_on <= today + timedelta(days=SOON_DAYS) else VALID


def facility_names(facility: Facility) -> QuerySet[FacilityName]:
    """The further names of an entry that was read for a viewer."""
    return FacilityName.objects.filter(facility=facility.pk).stated()


def facility_countries(rows: Rows) -> list[tuple[str, str]]:
    """The countries of some facilities, to narrow a list to: code and name, by name; one query."""
    keys = rows.order_by().values("country")
    return list(Country.objects.filter(pk__in=keys).order_by("name", "code").values_list("code", "name"))
