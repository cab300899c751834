"""Taking away what is kept of a person who does not want to be kept; a nameless person keeps the parts."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_shape import NAMELESS, ContactError, held_for
from roadstead.engagement.enums import Consent
from roadstead.engagement.forgotten import told_of
from roadstead.engagement.models import Contact, ContactImportRow, ContactMerger, ContactPoint, Position, ToldApart
from roadstead.engagement.people_events import ContactForgotten
from roadstead.files import actions as files
from roadstead.files import queries as attached
from roadstead.registry.enums import RowOutcome

LONGEST_WHY = 300
BLANK = {"name": NAMELESS, "local_name": "", "folded": "", "uid": "", "languages": [], "note": "", "source": NAMELESS}


@action
def forget_contact(*, contact: Contact, why: str, by: Viewer) -> Contact:
    """Take name, addresses, note and files of a person away, for good; what the person was, stays.

    Raises PermissionDenied; ContactError unless the person refused to be kept; DoesNotExist where it may not be read.
    """
    by.must(Permission.FORGET_CONTACTS)
    held = held_for(contact, by)
    if held.consent != Consent.REFUSED:
        raise ContactError(_("Only who refused to be kept is forgotten: say so in the entry first."))
    if not why.strip():
        raise ContactError(_("Say why, without naming the person."), "why")
    reason = why.strip()[:LONGEST_WHY]
    entries = _entries(held)
    for one in entries:
        _blank(one, reason, by)
        record(ContactForgotten(why=reason), subject=one, by=by)
    told_of({one.pk for one in entries})
    return held  # type: ignore[no-any-return]


def _entries(held: Contact) -> list[Any]:
    """The entry with all those that were joined into it: they are the same person."""
    found, left = [held], [held.pk]
    rows = Contact.objects.for_the_system("every entry of a person who is forgotten goes, whoever may read it")
    while left:
        joined = list(rows.filter(merged_into__in=left))
        found += joined
        left = [one.pk for one in joined]
    return found


def _blank(one: Any, why: str, by: Viewer) -> None:
    for attachment in attached.attachments_of(one, by):
        files.remove_attachment(attachment=attachment, why=why, by=by, may=Permission.KEEP_CONTACTS)
    ContactPoint.objects.filter(contact=one).stated().delete()
    Position.objects.filter(contact=one).stated().update(source=NAMELESS)
    ContactMerger.objects.filter(Q(kept=one) | Q(merged=one)).stated().update(before={}, moved={}, why=NAMELESS)
    ToldApart.objects.filter(Q(one=one) | Q(other=one)).stated().update(why=NAMELESS)
    waiting = ContactImportRow.objects.filter(contact=one).stated()
    waiting.update(name="", values={}, adds=[], problems=[], outcome=RowOutcome.REJECTED)
    now = clock.now()
    for name, value in BLANK.items():
        setattr(one, name, value)
    one.mark_reason = NAMELESS
    one.forgotten_at, one.retired_at, one.revision = now, one.retired_at or now, one.revision + 1
    one.save(update_fields=[*BLANK, "mark_reason", "forgotten_at", "retired_at", "revision"])
