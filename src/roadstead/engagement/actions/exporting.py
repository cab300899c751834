"""People taken out as a file, which is itself recorded."""

from collections.abc import Collection
from typing import Any

from roadstead.accounts import readers
from roadstead.audit.actions import action, record
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.reading import note_reading
from roadstead.engagement.joining_events import ContactsExported


@action
def note_people_export(*, form: str, people: Collection[Any], by: Viewer, one: Any = None) -> None:
    """Say that people were taken out as a file; reading a restricted entry is said of each. one: a single person.

    Raises the DoesNotExist of a user where no member of the programme asks.
    """
    if one is not None:
        record(ContactsExported(form=form, people=1), subject=one, by=by)
        return
    for each in people:
        if each.mark == Mark.RESTRICTED:
            note_reading(information=each, way="export", by=by)
    who = readers.staff_among({by.user_id or 0}).get()
    record(ContactsExported(form=form, people=len(people)), subject=who, by=by)
