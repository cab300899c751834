"""People in office as the country file shows them, under the organisation where they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.enums import PositionKind
from roadstead.registry.presenters.marked import Label, label

RANKS = {kind: place for place, kind in enumerate(PositionKind.values)}


@dataclass(frozen=True, slots=True)
class Point:
    """An address or number. href is "" where none can be made of it."""

    kind: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class Person:
    """One part of a person. points: the preferred ones; of a restricted entry none, since reading it is recorded."""

    page: str
    name: str
    local_name: str
    part: str
    title: str
    since: date | None
    at: str
    points: tuple[Point, ...]
    restricted: bool
    mark: Label
    source: str


def people(found: Iterable[Any], viewer: Viewer) -> dict[int, list[Person]]:
    """By the number of the organisation, those at it; under 0 those at facilities, and where no place may be read.

    Who is at the head comes first, whoever else is there in the order of their parts.
    """
    desk = viewer.holds(Permission.READ_PROGRAMME)
    shown: dict[int, list[Person]] = {}
    for one in sorted(found, key=_rank):
        at_organisation = one.place is not None and one.position.organisation_id is not None
        shown.setdefault(one.position.organisation_id if at_organisation else 0, []).append(_person(one, desk))
    return shown


def _rank(one: Any) -> int:
    """Where a part stands among those at one place."""
    return RANKS.get(one.position.kind, len(RANKS))


def _person(one: Any, desk: bool) -> Person:
    contact, position = one.contact, one.position
    restricted = contact.mark == Mark.RESTRICTED
    return Person(
        page=f"/desk/people/{contact.pk}/" if desk else "",
        name=contact.name,
        local_name=contact.local_name,
        part=position.get_kind_display(),
        title=position.title,
        since=position.valid_from,
        at=one.place.name if one.place else "",
        points=() if restricted else tuple(_points(contact.points.all())),
        restricted=restricted,
        mark=label(contact),
        source=position.source,
    )


def _points(points: Iterable[Any]) -> list[Point]:
    """The preferred address and number, or the first of each kind."""
    first: dict[str, Any] = {}
    for point in points:
        if point.kind not in first or (point.preferred and not first[point.kind].preferred):
            first[point.kind] = point
    return [Point(kind, point.value, _address(kind, point.value)) for kind, point in first.items()]


def _address(kind: str, value: str) -> str:
    if kind == "email":
        return f"mailto:{value}"
    plain = "".join(letter for letter in value if letter.isdigit() or letter == "+")
    return f"tel:{plain}" if plain else ""
