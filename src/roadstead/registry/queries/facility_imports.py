"""Files of port facilities that were read, and their rows."""

from django.db.models import QuerySet

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import ImportState
from roadstead.registry.models import Facility, FacilityImport, FacilityImportRow
from roadstead.registry.queries.mergers import all_numbers


def imports(viewer: Viewer) -> QuerySet[FacilityImport]:
    """Every file that was read, the latest first. Raises PermissionDenied."""
    viewer.must(Permission.IMPORT_REGISTER)
    return FacilityImport.objects.select_related("read_by", "ended_by")


def import_rows(imported: FacilityImport, viewer: Viewer, *, outcome: str = "") -> QuerySet[FacilityImportRow]:
    """The rows of a file in its order, for who read it: they compare with what that person may see."""
    rows = FacilityImportRow.objects.filter(of=imported)
    if imported.read_by_id != viewer.user_id:
        return rows.none()
    return rows.filter(outcome=outcome) if outcome else rows


def imported_changes(facility: Facility) -> QuerySet[FacilityImportRow]:
    """What imports changed of an entry that was read for a viewer, the latest first."""
    numbers = all_numbers(facility)
    if not numbers:
        return FacilityImportRow.objects.none()
    rows = FacilityImportRow.objects.filter(number__in=numbers, of__state=ImportState.APPLIED)
    return rows.filter(outcome__in=("new", "changed", "kept")).select_related("of").order_by("-of__ended_at", "-pk")
