"""What a person is, or was, at an organisation or a port facility."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_shape import ContactError, held_for
from roadstead.engagement.enums import PositionKind
from roadstead.engagement.models import Contact, Position
from roadstead.engagement.people_events import PositionAdded, PositionEnded, PositionRemoved
from roadstead.registry.queries.places import ORGANISATION, place

LONGEST_WHY = 300


@dataclass(frozen=True, slots=True)
class PartSaid:
    """A part as it is typed. place: the key of an organisation or facility; open ends are None."""

    place: str
    kind: PositionKind
    title: str
    source: str
    valid_from: date | None = None
    valid_until: date | None = None


@action
def add_position(*, contact: Contact, part: PartSaid, by: Viewer) -> Position:
    """Give a person a part. Raises PermissionDenied, ContactError; DoesNotExist where the person may not be read."""
    held = held_for(contact, by)
    where = place(part.place, by)
    if where is None:
        raise ContactError(_("Choose the organisation or port facility."), "place")
    if part.valid_from and part.valid_until and part.valid_until <= part.valid_from:
        raise ContactError(_("It ends after it begins."), "valid_until")
    if not part.source.strip():
        raise ContactError(_("Say where this is from."), "source")
    at = {"organisation_id" if where.sort == ORGANISATION else "facility_id": where.pk}
    same = Position.objects.filter(contact=held, kind=part.kind, valid_from=part.valid_from, **at).stated()
    if same.exists():
        raise ContactError(_("The person has this very part already."), "kind")
    made = Position.objects.create(
        contact=held,
        kind=part.kind,
        title=part.title.strip(),
        valid_from=part.valid_from,
        valid_until=part.valid_until,
        source=part.source.strip(),
        **at,
    )
    record(added(made), subject=held, by=by)
    return made


@action
def end_position(*, position: Position, until: date, by: Viewer) -> Position:
    """Say when a part ended: the first day on which the person had it no more. Raises as `add_position` does."""
    held, row = _row(position, by)
    if row.valid_from is not None and until <= row.valid_from:
        raise ContactError(_("It ends after it begins."), "until")
    row.valid_until = until
    row.save(update_fields=["valid_until"])
    record(PositionEnded(kind=row.kind, until=until.isoformat()), subject=held, by=by)
    return row


@action
def remove_position(*, position: Position, why: str, by: Viewer) -> None:
    """Take a part away that was written by mistake. Raises as `add_position` does."""
    held, row = _row(position, by)
    if not why.strip():
        raise ContactError(_("Say why it is removed."), "why")
    row.delete()
    record(PositionRemoved(kind=row.kind, why=why.strip()[:LONGEST_WHY]), subject=held, by=by)


def added(row: Position) -> PositionAdded:
    """The event of a new part."""
    return PositionAdded(
        kind=str(row.kind),
        organisation=row.organisation_id or 0,
        facility=row.facility_id or 0,
        valid_from=row.valid_from.isoformat() if row.valid_from else "",
        valid_until=row.valid_until.isoformat() if row.valid_until else "",
    )


def _row(position: Position, by: Viewer) -> tuple[Contact, Position]:
    held = held_for(Contact(pk=position.contact_id), by)
    return held, Position.objects.filter(contact=held).stated().select_for_update().get(pk=position.pk)
