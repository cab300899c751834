"""Two entries that are one person become one, and one becomes two again.

Fail-closed: every relation of the database that leads to a person is named here with what becomes of it. One that is
not named refuses the joining, so that a table of tomorrow is not forgotten.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.actions import action, record, touched
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions import following
from roadstead.engagement.actions.contact_shape import ContactError, held_for
from roadstead.engagement.joining_events import ContactsMerged, ContactsParted
from roadstead.engagement.models import Contact, ContactMerger
from roadstead.engagement.models.people import LONGEST_WHY
from roadstead.files import queries as files
from roadstead.registry.reach import reach_of

FOLLOWS, STAYS = "follows", "stays"
RELATIONS: dict[str, str] = {
    "engagement.ContactPoint.contact": FOLLOWS,
    "engagement.Position.contact": FOLLOWS,
    "engagement.Interaction_contacts.contact": FOLLOWS,
    "engagement.Commitment.contact": FOLLOWS,
    "visits.Recommendation.owner_contact": STAYS,  # an entry that was joined leads to the one that is kept
    "engagement.Contact.merged_into": STAYS,  # earlier joinings can still be undone, one by one
    "engagement.ContactMerger.kept": STAYS,
    "engagement.ContactMerger.merged": STAYS,
    "engagement.ContactImportRow.contact": STAYS,
    "engagement.ToldApart.one": STAYS,
    "engagement.ToldApart.other": STAYS,
    "engagement.Contact_states.contact": STAYS,  # both have the same mark
    "engagement.Contact_people.contact": STAYS,
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What a joining would do. follows: of each relation, how many rows go to the entry kept, and how many stay."""

    follows: tuple[tuple[Any, int, int], ...]
    fills: tuple[str, ...]
    refused: str = ""


def preview(kept: Contact, merged: Contact, viewer: Viewer) -> Preview:
    """What a joining would do, or why it is refused; nothing is written."""
    counts = [
        (gettext_lazy("addresses and numbers"), *following.count_points(kept, merged)),
        (gettext_lazy("parts"), *following.count_positions(kept, merged)),
        (gettext_lazy("files"), files.attachments_of(merged, viewer).count(), 0),
    ]
    return Preview(tuple(counts), tuple(following.fills(kept, merged)), refusal(kept, merged))


def refusal(kept: Contact, merged: Contact) -> str:
    """Why two entries cannot be joined; "" where they can."""
    if kept.pk == merged.pk:
        return _("An entry is not joined with itself.")
    if unknown := sorted(relations() - set(RELATIONS)):
        said = {"relations": ", ".join(unknown)}
        return _("It is not said what becomes of %(relations)s; nothing is joined before it is.") % said
    if reach_of(kept) != reach_of(merged):
        return _("The two are not open to the same people. Mark them alike first, so that nothing is told by joining.")
    return ""


def relations() -> set[str]:
    """Every relation of the database that leads to a person."""
    found = set()
    for one in Contact._meta.get_fields(include_hidden=True):
        if one.auto_created and not one.concrete and one.is_relation:
            relation: Any = one
            if not one.many_to_many:
                found.add(f"{relation.related_model._meta.label}.{relation.field.name}")
    return found


@action
def merge_contacts(*, kept: Contact, merged: Contact, why: str, by: Viewer) -> ContactMerger:
    """Join an entry with another of the same person, which stays. Addresses, parts and files follow.

    Raises PermissionDenied; ContactError where they cannot be joined; DoesNotExist where one may not be read.
    """
    # In one order, whoever asks, so that two who join at once do not wait for each other.
    held = {pk: held_for(Contact(pk=pk), by) for pk in sorted({kept.pk, merged.pk})}
    one, other = held[kept.pk], held[merged.pk]
    if said := refusal(one, other):
        raise ContactError(said)
    if by.user_id is None:
        raise PermissionDenied(Permission.KEEP_CONTACTS.meaning)
    if not why.strip():
        raise ContactError(_("Say how you know that they are one person."), "why")
    before = following.fill(one, other)
    moved = following.move(one, other, by)
    other.merged_into_id, other.revision = one.pk, other.revision + 1
    other.save(update_fields=["merged_into", "revision"])
    touched(other)
    made = ContactMerger.objects.create(
        kept=one,
        merged=other,
        moved=moved,
        before=before,
        why=why.strip()[:LONGEST_WHY],
        by_id=by.user_id,
        at=clock.now(),
    )
    counts = {name: len(keys) for name, keys in moved.items()}
    record(ContactsMerged(merger=made.pk, merged=other.pk, why=made.why, **counts), subject=one, by=by)
    return made


@action
def part_contacts(*, merger: ContactMerger, by: Viewer) -> ContactMerger:
    """Undo a joining: what followed goes back, and what was filled in is taken out where it still stands.

    Raises as `merge_contacts` does.
    """
    by.must(Permission.KEEP_CONTACTS)
    row = ContactMerger.objects.visible_to(by).select_for_update().get(pk=merger.pk)
    if row.reversed_at is not None:
        raise ContactError(_("They were parted already."))
    all_of_them = ContactMerger.objects.for_the_system("what was joined since stands against it, whoever may read it")
    later = all_of_them.filter(merged=row.kept_id, reversed_at__isnull=True)
    if later.exists():
        raise ContactError(_("The entry was joined with another since. Part these first."))
    one = held_for(Contact(pk=row.kept_id), by)
    other = Contact.objects.visible_to(by).select_for_update().get(pk=row.merged_id)
    if other.forgotten_at is not None:
        raise ContactError(_("Name and addresses of this person were taken away."))
    following.unfill(one, row.before)
    other.merged_into_id, other.revision = None, other.revision + 1
    other.save(update_fields=["merged_into", "revision"])
    following.move_back(one, other, row.moved, by)
    row.reversed_by_id, row.reversed_at = by.user_id, clock.now()
    row.save(update_fields=["reversed_by", "reversed_at"])
    record(ContactsParted(merger=row.pk, other=other.pk), subject=one, by=by)
    record(ContactsParted(merger=row.pk, other=one.pk), subject=other, by=by)
    return row
