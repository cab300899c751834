"""Entries of an address book become people: called inside of importing, which says what it did."""

from typing import Any

from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contacts import as_written, fields_of, point_rows
from roadstead.engagement.actions.planning import Planned
from roadstead.engagement.addressbook.draft import Draft, Point
from roadstead.engagement.models import Contact, ContactImport, ContactImportRow, ContactPoint, Position
from roadstead.engagement.people_events import ContactChanged, ContactWritten
from roadstead.registry.enums import RowOutcome
from roadstead.registry.queries.places import ORGANISATION

LAID = ("local_name", "languages", "note", "last_contact_on")


def land(batch: list[Planned], made: ContactImport, by: Viewer) -> None:
    """Write the new people of a batch, add to those that we have, and keep what became of each entry."""
    new = [one for one in batch if one.outcome == RowOutcome.NEW]
    _write([one for one in new if one.draft is not None], made, by)
    for one in batch:
        if one.outcome == RowOutcome.CHANGED and one.draft is not None:
            _add(one, one.draft, made, by)
    # Rows anew instead of updates, which take a statement for every few.
    ContactImportRow.objects.filter(of=made, line__in=[one.entry.line for one in batch]).stated().delete()
    ContactImportRow.objects.bulk_create(
        ContactImportRow(
            of=made,
            line=one.entry.line,
            outcome=one.outcome,
            contact=one.contact,
            problems=[[each.column, each.words] for each in one.problems],
        )
        for one in batch
    )


def _write(new: list[Planned], made: ContactImport, by: Viewer) -> None:
    assert by.user_id is not None  # asked before
    marked = as_written(by.user_id, clock.now())
    taken = _taken({one.draft.uid for one in new if one.draft is not None})
    people = []
    for one in new:
        assert one.draft is not None
        said = fields_of(one.draft)
        if said.get("uid") in taken:  # of somebody who may not be read: not said, and not met
            said["uid"] = ""
        people.append(Contact(**said, **marked))
    points, positions = [], []
    for one, person in zip(new, Contact.objects.bulk_create(people), strict=True):
        assert one.draft is not None
        one.contact = person
        points += point_rows(person, "email", one.draft.emails) + point_rows(person, "phone", one.draft.phones)
        positions += _parts(one, one.draft)
        record(ContactWritten(imported=made.pk), subject=person, by=by)
    ContactPoint.objects.bulk_create(points)
    Position.objects.bulk_create(positions)


def _add(one: Planned, draft: Draft, made: ContactImport, by: Viewer) -> None:
    """Add what we lack; nothing that we have is changed."""
    held: Any = Contact.objects.visible_to(by).select_for_update().get(pk=one.contact.pk)
    for name in LAID:
        if name in one.adds:
            value = getattr(draft, name)
            setattr(held, name, list(value) if name == "languages" else value)
    if "country" in one.adds:
        held.country_id = draft.country
    if "consent" in one.adds:
        held.consent, held.consent_on = draft.consent, draft.consent_on
    if "uid" in one.adds and draft.uid not in _taken({draft.uid}):
        held.uid = draft.uid
    held.revision += 1
    held.save()
    for kind, points in (("email", draft.emails), ("phone", draft.phones)):
        if f"{kind}s" in one.adds:
            _add_points(held, kind, points)
    if "part" in one.adds:
        Position.objects.bulk_create(_parts(one, draft))
    record(ContactChanged(fields=one.adds, revision=held.revision, imported=made.pk), subject=held, by=by)


def _add_points(held: Any, kind: str, points: tuple[Point, ...]) -> None:
    there = dict(ContactPoint.objects.filter(contact=held, kind=kind).stated().values_list("compared", "preferred"))
    rows = point_rows(held, kind, tuple(one for one in points if one.compared not in there))
    for row in rows:
        row.preferred = row.preferred and not any(there.values())
    ContactPoint.objects.bulk_create(rows)


def _parts(one: Planned, draft: Draft) -> list[Position]:
    if one.place is None or draft.part is None:
        return []
    part, at = draft.part, one.place
    where: dict[str, Any] = {"organisation_id" if at.sort == ORGANISATION else "facility_id": at.pk}
    where |= {"kind": part.kind, "title": part.title, "valid_from": part.valid_from, "valid_until": part.valid_until}
    return [Position(contact=one.contact, source=draft.source, **where)]


def _taken(uids: set[str]) -> set[str]:
    rows: Any = Contact.objects.for_the_system("two people have not one uid, whoever may read them")
    return set(rows.filter(uid__in=uids - {""}).values_list("uid", flat=True))
