"""Reading a file of port facilities: what it would change is kept as a preview, and nothing lands."""

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import IO

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facility_previewing import Previewing
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.enums import RowOutcome
from roadstead.registry.facility_import_events import FacilitiesRead
from roadstead.registry.importing.errors import UnreadableError
from roadstead.registry.importing.rows import Row, read
from roadstead.registry.models import FacilityImport, FacilityImportRow
from roadstead.registry.reach import person_of

AT_ONCE = 500  # rows
LONGEST_NAME = 200
CHUNK = 1 << 20


@action
def read_facilities(
    *, stream: IO[bytes], file_name: str, by: Viewer, exported_on: date | None = None
) -> FacilityImport:
    """Read an export, and keep row by row what it would change; exported_on: its day, today if not known.

    Raises PermissionDenied; RegisterError where the file as a whole cannot be read.
    """
    by.must(Permission.IMPORT_REGISTER)
    today = clock.today()
    if exported_on and exported_on > today:
        raise RegisterError(_("That day is yet to come."), "exported_on")
    made = FacilityImport.objects.create(
        file_name=" ".join(file_name.split())[-LONGEST_NAME:] or _("unnamed"),
        digest=_digest(stream),
        exported_on=exported_on or today,
        read_by_id=person_of(by),
        read_at=clock.now(),
    )
    preview = Previewing(by, made.exported_on)
    try:
        export = read(stream, today)
        rows = iter(export.rows)
        while batch := list(islice(rows, AT_ONCE)):
            FacilityImportRow.objects.bulk_create(_kept(made, preview, batch))
    except UnreadableError as error:
        raise RegisterError(str(error), "file") from error
    if not preview.rows:
        raise RegisterError(_("The file has a heading, and no row below it."), "file")
    _refuse_contradicted(made, preview)
    made.counts, made.vanished = preview.counts(), preview.vanished()
    made.save(update_fields=["counts", "vanished"])
    rejected = made.counts[RowOutcome.REJECTED.value]
    record(FacilitiesRead(sha256=made.digest, rows=preview.rows, rejected=rejected), subject=made, by=by)
    return made


def _kept(made: FacilityImport, preview: Previewing, batch: list[Row]) -> Iterator[FacilityImportRow]:
    for row, found in zip(batch, preview.judge(batch), strict=True):
        yield FacilityImportRow(
            of=made,
            line=row.line,
            number=row.number[:20],
            name=row.name,
            outcome=found.outcome,
            values=row.values,
            changes=found.changes,
            problems=[list(pair) for pair in (*row.rejected, *row.warnings)],
        )


def _refuse_contradicted(made: FacilityImport, preview: Previewing) -> None:
    """Of rows that give one number twice and differ, none is taken over: which is right, a person must say."""
    lines = sorted(preview.contradicted)
    for begins in range(0, len(lines), AT_ONCE):
        rows = list(FacilityImportRow.objects.filter(of=made, line__in=lines[begins : begins + AT_ONCE]))
        for row in rows:
            preview.refuse(RowOutcome(row.outcome))
            row.outcome = RowOutcome.REJECTED
            row.problems = [*row.problems, ["", f"line {preview.contradicted[row.line]} says otherwise of this number"]]
        FacilityImportRow.objects.bulk_update(rows, ["outcome", "problems"])


def _digest(stream: IO[bytes]) -> str:
    stream.seek(0)
    found = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        found.update(chunk)
    return found.hexdigest()
