"""Writing people outside the programme, changing and retiring them."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.engagement.actions.contact_shape import ContactError, StaleContactError, held_for
from roadstead.engagement.addressbook.draft import Draft, Point
from roadstead.engagement.models import Contact, ContactPoint
from roadstead.engagement.people_events import ContactChanged, ContactRetired, ContactWritten

PLAIN = ("name", "local_name", "consent", "consent_on", "source", "last_contact_on", "note")


@action
def write_contact(*, draft: Draft, by: Viewer) -> Contact:
    """Write a person, for the programme only until somebody marks it otherwise. Raises PermissionDenied."""
    by.must(Permission.KEEP_CONTACTS)
    if by.user_id is None:
        raise ContactError(_("People are written by a person."))
    made = Contact.objects.create(**fields_of(draft), **as_written(by.user_id, clock.now()))
    for kind, points in (("email", draft.emails), ("phone", draft.phones)):
        ContactPoint.objects.bulk_create(point_rows(made, kind, points))
    record(ContactWritten(), subject=made, by=by)
    return made


@action
def change_contact(*, contact: Contact, revision: int, draft: Draft, by: Viewer) -> Contact:
    """Change what is kept of a person. `revision` is the one that was looked at.

    Raises PermissionDenied; ContactError; StaleContactError; DoesNotExist where it may not be read.
    """
    held = held_for(contact, by)
    if held.revision != revision:
        raise StaleContactError(held)
    changed = _lay_fields(held, draft)
    for kind, points in (("email", draft.emails), ("phone", draft.phones)):
        changed += [f"{kind}s"] if _lay_points(held, kind, points) else []
    if not changed:
        unchanged()
        return held  # type: ignore[no-any-return]
    held.revision += 1
    held.save(update_fields=["revision"])
    record(ContactChanged(fields=changed, revision=held.revision), subject=held, by=by)
    return held  # type: ignore[no-any-return]


@action
def retire_contact(*, contact: Contact, retired: bool, by: Viewer) -> Contact:
    """Say that the programme keeps in touch with a person no longer, or does again. Raises as `change_contact` does."""
    held = held_for(contact, by)
    if (held.retired_at is not None) == retired:
        unchanged()
        return held  # type: ignore[no-any-return]
    held.retired_at = clock.now() if retired else None
    held.revision += 1
    held.save(update_fields=["retired_at", "revision"])
    record(ContactRetired(retired=retired), subject=held, by=by)
    return held  # type: ignore[no-any-return]


def fields_of(draft: Draft) -> dict[str, Any]:
    """The fields of an entry, as its draft says them; `uid` where it has one."""
    said = {name: getattr(draft, name) for name in PLAIN}
    said |= {"folded": fold(draft.name), "country_id": draft.country or None, "languages": list(draft.languages)}
    return said | ({"uid": draft.uid} if draft.uid else {})


def as_written(person: int, now: datetime) -> dict[str, Any]:
    """The mark that every new entry has."""
    why = _("As written; not shared yet.")
    return {"mark": Mark.PROGRAMME, "mark_reason": why, "marked_by_id": person, "marked_at": now}


def point_rows(contact: Contact, kind: str, points: tuple[Point, ...]) -> list[ContactPoint]:
    """The points of one kind as rows, the first of them preferred."""
    return [
        ContactPoint(
            contact=contact,
            kind=kind,
            value=one.value,
            compared=one.compared,
            label=one.label,
            preferred=number == 0,
        )
        for number, one in enumerate(points)
    ]


def _lay_fields(held: Any, draft: Draft) -> list[str]:
    """Set what is another; the names of what was."""
    said = fields_of(draft)
    changed = [name for name in said if getattr(held, name) != said[name]]
    for name in changed:
        setattr(held, name, said[name])
    if changed:
        held.save(update_fields=changed)
    return [name.removesuffix("_id") for name in changed if name != "folded"]


def _lay_points(held: Any, kind: str, points: tuple[Point, ...]) -> bool:
    """Put these points in the place of those of a kind; whether they are others."""
    rows = ContactPoint.objects.filter(contact=held, kind=kind).stated()
    old = list(rows.order_by("-preferred", "pk").values_list("value", "label"))
    if old == [(one.value, one.label) for one in points]:
        return False
    rows.delete()
    ContactPoint.objects.bulk_create(point_rows(held, kind, points))
    return True
