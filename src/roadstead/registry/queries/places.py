"""Where a person can have a part: organisations and port facilities, the least of them that is needed to choose one."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.models import Facility, Organisation

MOST = 50
MOST_WORDS = 8
ORGANISATION, FACILITY = "organisation", "facility"


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation, or a port facility. note: what it is, or its number; country: a code, "" for none."""

    sort: str
    pk: int
    name: str
    note: str
    country: str

    @property
    def key(self) -> str:
        return f"{self.sort}:{self.pk}"


def find_places(text: str, viewer: Viewer, *, country: str = "", limit: int = 10) -> list[Place]:
    """Organisations, then facilities, with every word of a text in name or number; two queries."""
    if not fold(text):
        return []
    limit = min(limit, MOST)
    named = _organisations(viewer).filter(_worded(text), retired_at__isnull=True)
    found = _facilities(viewer).filter(_worded(text) | Q(number__istartswith=text.strip()[:10]))
    if country:
        named, found = named.filter(country=country), found.filter(country=country)
    return [*map(_organisation, named[:limit]), *map(_facility, found[:limit])]


def place(key: str, viewer: Viewer) -> Place | None:
    """One by its key, as in “organisation:7”; None for what there is not, or is not open to the viewer."""
    sort, _colon, number = key.partition(":")
    if sort not in (ORGANISATION, FACILITY) or not number.isascii() or not number.isdigit() or len(number) > 15:
        return None
    keys = [int(number)]
    return places_named(viewer, **{f"{'organisations' if sort == ORGANISATION else 'facilities'}": keys}).get(
        (sort, int(number))
    )


def places_named(
    viewer: Viewer, *, organisations: Collection[int] = (), facilities: Collection[int] = ()
) -> dict[tuple[str, int], Place]:
    """Some by their numbers, as far as they may be read; a query for each sort that is asked for."""
    rows: list[Place] = []
    if organisations:
        rows += map(_organisation, _organisations(viewer).filter(pk__in=organisations))
    if facilities:
        rows += map(_facility, _facilities(viewer).filter(pk__in=facilities))
    return {(one.sort, one.pk): one for one in rows}


def place_keys(text: str, viewer: Viewer) -> tuple[Any, Any]:
    """The keys of the organisations and of the facilities that a text names, for narrowing what lies there."""
    return _organisations(viewer).filter(_worded(text)).values("pk"), _facilities(viewer).filter(_worded(text)).values(
        "pk"
    )


def places_exactly(names: Collection[str], viewer: Viewer, sort: str) -> dict[str, list[Place]]:
    """By folded name, those of one sort that are called just so; a facility by its number, too."""
    wanted = {fold(name) for name in names} - {""}
    found: dict[str, list[Place]] = {}
    if sort == ORGANISATION:
        for row in _organisations(viewer).filter(folded__in=wanted, retired_at__isnull=True):
            found.setdefault(row.folded, []).append(_organisation(row))
        return found
    numbers = {name.strip().upper() for name in names}
    for each in _facilities(viewer).filter(Q(folded__in=wanted) | Q(number__in=numbers)):
        for key in {each.folded, fold(each.number or "")} - {""}:
            found.setdefault(key, []).append(_facility(each))
    return found


def _organisations(viewer: Viewer) -> Any:
    return Organisation.objects.visible_to(viewer).order_by("name", "pk")


def _facilities(viewer: Viewer) -> Any:
    return Facility.objects.visible_to(viewer).filter(merged_into__isnull=True).order_by("name", "pk")


def _worded(text: str) -> Q:
    found = Q(pk__isnull=True) if not fold(text) else Q()
    for word in fold(text).split()[:MOST_WORDS]:
        found &= Q(folded__contains=word)
    return found


def _organisation(row: Any) -> Place:
    return Place(ORGANISATION, row.pk, row.name, row.get_kind_display(), row.country_id or "")


def _facility(row: Any) -> Place:
    return Place(FACILITY, row.pk, row.name, row.number or "", row.country_id)
