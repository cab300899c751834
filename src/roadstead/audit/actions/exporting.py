"""Taking the record out as a file, which is itself recorded."""

from roadstead.audit.actions.pattern import action, record
from roadstead.audit.models import Event
from roadstead.audit.told import LogExported
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


@action
def note_export(*, form: str, first: int, last: int, asked: str, by: Viewer) -> None:
    """Say that events were exported. form: CSV or JSON Lines; asked: which, in words. Raises PermissionDenied."""
    by.must(Permission.READ_LOG)
    record(LogExported(form=form, first=first, last=last, asked=asked), subject=Event(number=last), by=by)
