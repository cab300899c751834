"""Best practice as pages show it. Its origin is in none of these but `Origin`, which the desk alone asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import CargoKind
from roadstead.registry.presenters.marked import Label, label
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.visits.isps import Element, elements
from roadstead.visits.models import BestPractice


@dataclass(frozen=True, slots=True)
class Line:
    """A best practice in a list or on its page; mark: None outside the programme."""

    pk: int
    title: str
    text: str
    elements: tuple[Element, ...]
    cargo: str
    mark: Label | None
    withdrawn_why: str
    href: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a best practice was seen, and who agreed to share it: for the programme alone."""

    country: str
    facility: str
    observation: int | None
    consent_by: str
    consent_on: object


def lines(rows: Iterable[BestPractice], viewer: Viewer) -> list[Line]:
    """Some best practices for one reader."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    return [_line(one, desk) for one in rows]


def origin(one: BestPractice, viewer: Viewer) -> Origin | None:
    """Where it was seen; None for who is not of the programme."""
    if not viewer.holds(Permission.READ_PROGRAMME):
        return None
    place = facilities_by_key([one.origin_facility_id] if one.origin_facility_id else [], viewer)
    name = next((facility.name for facility in place.values()), "")
    return Origin(one.origin.name, name, one.origin_observation_id, one.consent_by, one.consent_on)


def _line(one: BestPractice, desk: bool) -> Line:
    known = elements()
    return Line(
        pk=one.pk,
        title=one.title,
        text=one.text,
        elements=tuple(known[code] for code in one.elements if code in known),
        cargo=", ".join(str(CargoKind(kind).label) for kind in one.cargo if kind in CargoKind.values),
        mark=label(one) if desk else None,
        withdrawn_why=one.withdrawn_why,
        href=f"/desk/practice/{one.pk}/" if desk else f"/partner/practice/{one.pk}/",
    )
