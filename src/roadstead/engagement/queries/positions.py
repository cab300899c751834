"""Who had which part, where and when."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Contact, Position
from roadstead.engagement.queries.parts import with_points
from roadstead.registry.queries.places import ORGANISATION, Place, places_named


@dataclass(frozen=True, slots=True)
class InOffice:
    """A person in a part. `contact` has country and points; `place` is None where it may not be read."""

    contact: Contact
    position: Position
    place: Place | None


def on_day(on: date) -> Q:
    """Which parts were held on a day; an open beginning or end holds."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    return begun & (Q(valid_until__isnull=True) | Q(valid_until__gt=on))


def in_office(organisation: int, kind: str, on: date, viewer: Viewer) -> list[InOffice]:
    """Who had a part at an organisation on a day, as far as the viewer may read them, the latest beginning first."""
    rows = Position.objects.visible_to(viewer).filter(on_day(on), organisation=organisation, kind=kind)
    return _read(rows, viewer)


def people_at(
    viewer: Viewer, *, country: str = "", organisation: int = 0, facility: int = 0, on: date | None = None
) -> list[InOffice]:
    """Who has a part at an organisation or a facility, or at any place while being of a country; today, or on a day.

    Four queries, whatever their number. Who is not kept in touch with is left out.
    """
    rows = Position.objects.visible_to(viewer).filter(on_day(on or clock.today()))
    if organisation:
        rows = rows.filter(organisation=organisation)
    if facility:
        rows = rows.filter(facility=facility)
    if country:
        of_country = Contact.objects.visible_to(viewer).filter(country=country, retired_at__isnull=True)
        rows = rows.filter(contact__in=of_country.values("pk"))
    return [one for one in _read(rows, viewer) if one.contact.retired_at is None]


def position_of(contact: Contact, pk: int) -> Position | None:
    """One part of a person who may be read."""
    return Position.objects.filter(contact=contact, pk=pk).stated().first()


def places_of(positions: "list[Position]", viewer: Viewer) -> dict[tuple[str, int], Place]:
    """The places of some parts, as far as they may be read; two queries at most."""
    organisations = {one.organisation_id for one in positions if one.organisation_id is not None}
    facilities = {one.facility_id for one in positions if one.facility_id is not None}
    return places_named(viewer, organisations=organisations, facilities=facilities)


def place_of(position: Position, places: dict[tuple[str, int], Place]) -> Place | None:
    """The place of a part, out of those that were read."""
    if position.organisation_id is not None:
        return places.get((ORGANISATION, position.organisation_id))
    return places.get(("facility", position.facility_id or 0))


def _read(rows: QuerySet[Position], viewer: Viewer) -> list[InOffice]:
    return read_parts(list(rows.order_by("-valid_from", "-pk")), viewer)


def read_parts(held: list[Position], viewer: Viewer) -> list[InOffice]:
    """Some parts with their people and places; those of people who may not be read are left out. Four queries."""
    seen = Contact.objects.visible_to(viewer).filter(pk__in={one.contact_id for one in held}, merged_into__isnull=True)
    people = {one.pk: one for one in seen.select_related("country").prefetch_related(with_points())}
    places = places_of(held, viewer)
    return [InOffice(people[one.contact_id], one, place_of(one, places)) for one in held if one.contact_id in people]
