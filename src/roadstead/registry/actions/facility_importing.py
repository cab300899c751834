"""Taking over what a preview shows, all of it at once, or putting it aside."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facility_landing import Landing
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.enums import ImportState, RowOutcome
from roadstead.registry.facility_import_events import FacilitiesDiscarded, FacilitiesImported
from roadstead.registry.models import FacilityImport, FacilityImportRow
from roadstead.registry.reach import person_of

AT_ONCE = 500  # rows


@action
def import_facilities(*, imported: FacilityImport, by: Viewer) -> FacilityImport:
    """Take over what the preview shows: in one transaction, and nothing that changed since it was made.

    Raises PermissionDenied; RegisterError where it was ended already, or somebody else read the file.
    """
    held = _held(imported, by)
    landing = Landing(held, by)
    became: Counter[str] = Counter()
    for rows in _batches(held):
        stale = landing.land(rows)
        FacilityImportRow.objects.bulk_update(stale, ["outcome", "problems"])
        became.update(row.outcome for row in rows)
    rejected = FacilityImportRow.objects.filter(of=held, outcome=RowOutcome.REJECTED).count()
    held.counts = held.counts | {name: became[name] for name in RowOutcome.values}
    held.counts[RowOutcome.REJECTED.value] = rejected
    _end(held, ImportState.APPLIED, by)
    told = {name: held.counts[name] for name in RowOutcome.values}
    record(FacilitiesImported(**told), subject=held, by=by)
    return held


@action
def discard_import(*, imported: FacilityImport, by: Viewer) -> FacilityImport:
    """Put a preview aside; nothing of it lands. Raises as `import_facilities` does."""
    held = _held(imported, by)
    _end(held, ImportState.DISCARDED, by)
    record(FacilitiesDiscarded(rows=held.counts["rows"]), subject=held, by=by)
    return held


def _held(imported: FacilityImport, by: Viewer) -> FacilityImport:
    by.must(Permission.IMPORT_REGISTER)
    held = FacilityImport.objects.select_for_update().get(pk=imported.pk)
    if held.read_by_id != by.user_id:
        raise RegisterError(_("Who read a file decides on it; its preview is made for what that person may see."))
    if held.state != ImportState.PREVIEW:
        raise RegisterError(_("This file was %(state)s already.") % {"state": ImportState(held.state).label})
    return held


def _end(held: FacilityImport, state: ImportState, by: Viewer) -> None:
    held.state, held.ended_by_id, held.ended_at = state, person_of(by), clock.now()
    held.save(update_fields=["state", "ended_by", "ended_at", "counts"])


def _batches(held: FacilityImport) -> Iterator[list[FacilityImportRow]]:
    line = 0
    rows = FacilityImportRow.objects.filter(of=held).exclude(outcome=RowOutcome.REJECTED).order_by("line")
    while batch := list(rows.filter(line__gt=line)[:AT_ONCE]):
        line = batch[-1].line
        yield batch
