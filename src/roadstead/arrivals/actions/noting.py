"""Notes of the watch, for the watch."""

from django.utils.translation import gettext as _

from roadstead.arrivals.acting_events import Noted
from roadstead.arrivals.actions.holding import hold, words
from roadstead.arrivals.models import LONGEST_TEXT, Arrival, Note
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


@action
def write_note(*, arrival: Arrival, text: str, by: Viewer) -> Note:
    """Write a note. It changes nothing else. Raises PermissionDenied; ArrivalError; DoesNotExist."""
    held = hold(arrival, by)
    said = words(text, LONGEST_TEXT, _("Write the note."), "text")
    made: Note = Note.objects.create(arrival=held, text=said, written_by_id=by.person, written_at=clock.now())
    record(Noted(length=len(said)), subject=held, by=by)
    return made
