"""Notes of a visit, as devices send them: late, twice, or out of order, and nothing is lost or doubled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.observed_parts import element_of, facility_of, marked_as, person_of, visit_to_note
from roadstead.visits.merging import Device, Sent, merge
from roadstead.visits.models import NoteOther, Visit, VisitNote
from roadstead.visits.models.observed import LONGEST_NOTE
from roadstead.visits.observed_events import NoteKept
from roadstead.visits.observed_shape import ObservedError, text_of

FIELDS = ("element", "facility", "text", "remark")
LONGEST_DEVICE = 64  # characters of a device's name


@dataclass(frozen=True, slots=True)
class Kept:
    """A note as it stands after a device has sent: the fields that were taken, and those that were put aside."""

    note: VisitNote
    taken: tuple[str, ...]
    aside: tuple[str, ...]


@action
def keep_note(
    *, uid: UUID, visit: Visit, fields: Mapping[str, Sent], sent_at: datetime, device: str, by: Viewer
) -> Kept:
    """Take what a device sends of one note; a value of a facility is its number as text.

    Raises PermissionDenied; ObservedError for what cannot be taken; DoesNotExist where the visit may not be read.
    """
    held = visit_to_note(visit, by)
    values = {name: _checked(name, sent.value, held.country_id, by) for name, sent in fields.items()}
    sender = Device(device[:LONGEST_DEVICE], person_of(by), sent_at, clock.now())
    note, new = _note(uid, held, fields, by)
    taken, aside = [], []
    for name, sent in fields.items():
        value = Sent(values[name], sent.device_at, sent.base)
        outcome = merge(_value(note, name), note.stamps.get(name), value, sender)
        if outcome is None:
            continue
        if outcome.aside is not None and _put_aside(note, name, *outcome.aside):
            aside.append(name)
        if outcome.taken:
            _set(note, name, values[name])
            note.stamps[name] = outcome.stamp
            taken.append(name)
    if not taken and not aside and not new:
        unchanged()
        return Kept(note, (), ())
    if taken:
        note.revision += 1
        note.save(update_fields=["element", "facility", "text", "remark", "stamps", "revision"])
    record(NoteKept(fields=taken, aside=aside, revision=note.revision), subject=note, by=by)
    return Kept(note, tuple(taken), tuple(aside))


def _note(uid: UUID, visit: Visit, fields: Mapping[str, Sent], by: Viewer) -> tuple[VisitNote, bool]:
    """The note of this uid, and whether it was begun just now. Raises ObservedError where another visit has it."""
    marking, people = marked_as(visit, by)
    begun = {"visit": visit, "begun_by_id": person_of(by), "begun_at": clock.now(), **marking}
    begun["device_at"] = min((sent.device_at for sent in fields.values()), default=None)
    rows: Any = VisitNote.objects.for_the_system("whether this note has come before")
    note, new = rows.select_for_update().get_or_create(uid=uid, defaults=begun)
    if note.visit_id != visit.pk:
        raise ObservedError(_("This note belongs to another visit."))
    if new and people:
        note.people.set(people)
    return note, new


def _checked(name: str, value: str, country: str, by: Viewer) -> str:
    if name not in FIELDS:
        raise ObservedError(_("A note has no field %(name)s.") % {"name": name})
    if name == "element":
        return element_of(value)
    if name == "facility":
        if value and not (value.isascii() and value.isdigit() and len(value) < 19):
            raise ObservedError(_("Choose a facility of this country."), "facility")
        return str(facility_of(int(value), country, by)) if value else ""
    return text_of(value, most=LONGEST_NOTE, field=name)


def _value(note: VisitNote, name: str) -> str:
    if name == "facility":
        return str(note.facility_id or "")
    return str(getattr(note, name))


def _set(note: VisitNote, name: str, value: str) -> None:
    if name == "facility":
        note.facility_id = int(value) if value else None
    else:
        setattr(note, name, value)


def _put_aside(note: VisitNote, name: str, value: str, stamp: Mapping[str, Any]) -> bool:
    """Keep a text that does not stand; False where the very same is kept already."""
    rows = NoteOther.objects.filter(note=note).stated()
    when = {key: datetime.fromisoformat(stamp[of]) for key, of in (("device_at", "device"), ("at", "at"))}
    if rows.filter(field=name, value=value, device_at=when["device_at"]).exists():
        return False
    server_at = datetime.fromisoformat(stamp["server"])
    NoteOther.objects.create(note=note, field=name, value=value, server_at=server_at, by_id=stamp["by"], **when)
    return True
