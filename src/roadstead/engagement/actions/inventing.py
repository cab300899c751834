"""People of the demonstration: taken over as any address book is, and some of them shared with their own State."""

from collections.abc import Mapping
from itertools import islice

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.importing import confirm_import, read_contacts
from roadstead.engagement.models import Contact, ContactImport
from roadstead.registry.actions.inventing import SHARED, told
from roadstead.registry.reach import person_of

AT_ONCE = 500  # entries


@action
def invent_people(*, content: bytes, name: str, source: str, shared: Mapping[str, str], by: Viewer) -> ContactImport:
    """Take an address book of made-up people over. shared: the State with which an entry is shared, by its uid.

    Raises PermissionDenied; FileError, ContactError.
    """
    made = confirm_import(made=read_contacts(file_name=name, content=content, source=source, by=by), by=by)
    left = iter(sorted(shared))
    while some := list(islice(left, AT_ONCE)):
        _share(some, shared, by)
    return made


def _share(uids: list[str], shared: Mapping[str, str], by: Viewer) -> None:
    for state in {shared[uid] for uid in uids}:
        by.must(Permission.RELEASE_INFORMATION, country=state)
    rows = list(Contact.objects.visible_to(by).filter(uid__in=uids, mark=Mark.PROGRAMME))
    said = {"mark": Mark.PARTNER, "mark_reason": SHARED, "marked_by": person_of(by), "marked_at": clock.now()}
    Contact.objects.visible_to(by).filter(pk__in=[one.pk for one in rows]).update(**said)
    links = Contact.states.through
    links._default_manager.bulk_create(links(contact_id=one.pk, country_id=shared[one.uid]) for one in rows)
    for one in rows:
        record(told(shared[one.uid]), subject=one, by=by)
