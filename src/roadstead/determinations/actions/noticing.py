"""Noting that what a case rests on has changed since it was taken."""

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.events import SourceChanged
from roadstead.determinations.models import Case, Evidence
from roadstead.determinations.queries.cases import whole
from roadstead.determinations.queries.sources import changed


@action
def note_changes(*, case: Case, by: Viewer) -> list[int]:
    """Flag a case whose sources say something else now; the numbers of those that were not flagged yet.

    What was taken stays as it was taken, and what was signed stays signed: people decide what follows.
    Raises DoesNotExist where the case may not be read.
    """
    held = Case.objects.visible_to(by).select_for_update().get(pk=case.pk)
    found = [one for one in changed(whole(held)) if one.found_changed_at is None]
    if not found:
        unchanged()
        return []
    now = clock.now()
    Evidence.objects.filter(pk__in=[one.pk for one in found]).stated().update(found_changed_at=now)
    held.source_changed_at = now
    held.save(update_fields=["source_changed_at"])
    numbers = [one.number for one in found]
    record(SourceChanged(numbers=numbers), subject=held, by=by)
    return numbers
