"""Reading that leaves a trace: restricted records, each time."""

from roadstead.audit.actions import action, record
from roadstead.common.access.marks import Marked
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reading_events import RestrictedRead


@action
def note_reading(*, marked: Marked, way: str, by: Viewer) -> None:
    """Record that somebody reads a restricted record of the registry. way: page, list, file, api."""
    named = marked.people.filter(pk=by.user_id).exists()
    record(RestrictedRead(named=named, way=way), subject=marked, by=by)
