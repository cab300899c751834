"""Who may see a person’s entry, and its files."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.files.base import File

from roadstead.audit.actions import action, unchanged
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_shape import held_for
from roadstead.engagement.models import Contact
from roadstead.files import actions as files
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.reach import Reach


@action
def mark_contact(
    *,
    contact: Contact,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see a person’s entry. Raises as `set_mark` does."""
    by.must(Permission.KEEP_CONTACTS)
    old, new = set_mark(
        marked=contact, mark=mark, states=states, people=people, reason=reason, by=by, seen_marked_at=seen_marked_at
    )
    if old == new:
        unchanged()
    return new


@action
def attach_file(*, contact: Contact, upload: "File[Any]", description: str, by: Viewer) -> Any:
    """Attach a file. Raises PermissionDenied; FilesError for a file that is not taken; DoesNotExist if withheld."""
    held = held_for(contact, by)
    return files.attach(record=held, upload=upload, description=description, by=by, may=Permission.KEEP_CONTACTS)


@action
def remove_file(*, contact: Contact, attachment: Any, why: str, by: Viewer) -> None:
    """Remove a file. Raises as `attach_file` does."""
    held_for(contact, by)
    files.remove_attachment(attachment=attachment, why=why, by=by, may=Permission.KEEP_CONTACTS)
