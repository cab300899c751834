"""What is asked of a person’s entry cannot be done, and who may do what with one."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Contact
from roadstead.registry.reach import must_reach, reach_of

NAMELESS = "…"  # stands where a name was


class ContactError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleContactError(ContactError):
    """Somebody changed the entry first; `current` is how it stands now."""

    def __init__(self, current: Contact) -> None:
        super().__init__(_("Somebody changed this after you opened it. Nothing of yours was saved yet."))
        self.current = current


def held_for(contact: Contact, by: Viewer) -> Any:
    """The entry, locked, for who may keep it and speak to whom its mark reaches.

    Raises PermissionDenied; DoesNotExist where it may not be read; ContactError for one that is no entry any more.
    """
    by.must(Permission.KEEP_CONTACTS)
    held = Contact.objects.visible_to(by).select_for_update().get(pk=contact.pk)
    must_reach(by, reach_of(held))
    if held.merged_into_id is not None:
        raise ContactError(_("This entry was joined with another. Open that one."))
    if held.forgotten_at is not None:
        raise ContactError(_("Name and addresses of this person were taken away."))
    return held
