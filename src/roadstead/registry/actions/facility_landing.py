"""How rows of a confirmed file become entries of the register, some hundreds at a time."""

from collections.abc import Sequence
from typing import Any

from roadstead.audit.actions import touched
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.actions.facility_previewing import SOURCE, unfit
from roadstead.registry.enums import FacilityNameKind, RowOutcome
from roadstead.registry.facility_fields import as_plain, rich
from roadstead.registry.importing.comparing import FIELDS, KEPT, SETTLED, TAKEN, Compared, compare
from roadstead.registry.models import Facility, FacilityImport, FacilityImportRow, FacilityName, Port
from roadstead.registry.reach import person_of

SET = (*FIELDS, "folded", "source", "as_of", "corrected", "revision")
# Said once for every entry, and read by people of many languages as it stands.
WHY = "the register of the State itself"
CHANGED_SINCE = "the entry was changed after the preview was made; read the file again"


class Landing:
    """Lands the rows of one file."""

    def __init__(self, imported: FacilityImport, by: Viewer) -> None:
        self.by, self.exported_on, self.now = by, imported.exported_on, clock.now()
        self.source = f"{SOURCE} {imported.exported_on.isoformat()}"
        self._ports = frozenset(Port.objects.values_list("locode", flat=True))

    def land(self, rows: Sequence[FacilityImportRow]) -> list[FacilityImportRow]:
        """Write what some rows say; returns those that cannot land any more, marked as rejected."""
        numbers = [row.number for row in rows]
        held, taken = self._held(numbers), self._taken(numbers)
        stale = [row for row in rows if not _as_previewed(row, held.get(row.number), row.number in taken)]
        for row in stale:
            row.outcome, row.problems = RowOutcome.REJECTED, [*row.problems, ["", CHANGED_SINCE]]
        good = [row for row in rows if row.outcome != RowOutcome.REJECTED]
        self._make([row for row in good if row.outcome == RowOutcome.NEW])
        self._change([(row, held[row.number]) for row in good if row.outcome in (RowOutcome.CHANGED, RowOutcome.KEPT)])
        self._confirm([held[row.number].pk for row in good if row.outcome == RowOutcome.SAME])
        return stale

    def _held(self, numbers: Sequence[str]) -> dict[str, Facility]:
        rows: Any = Facility.objects.visible_to(self.by).filter(number__in=numbers)
        return {row.number: row for row in rows.select_for_update()}

    def _taken(self, numbers: Sequence[str]) -> frozenset[str | None]:
        """Which numbers stand in the register, whoever may read their entries."""
        rows = Facility.objects.for_the_system("whether a number is taken").filter(number__in=numbers)
        return frozenset(rows.values_list("number", flat=True))

    def _make(self, rows: Sequence[FacilityImportRow]) -> None:
        made = Facility.objects.bulk_create([self._new(row) for row in rows])
        touched(*made)
        links = Facility.states.through
        links._default_manager.bulk_create([links(facility_id=one.pk, country_id=one.country_id) for one in made])

    def _new(self, row: FacilityImportRow) -> Facility:
        said, port = row.values, row.number[:5]
        return Facility(
            number=row.number,
            country_id=said["country"],
            port_id=port if port in self._ports else None,
            folded=fold(row.name),
            source=self.source,
            as_of=self._as_of(row),
            mark=Mark.PARTNER,
            mark_reason=WHY,
            marked_by_id=person_of(self.by),
            marked_at=self.now,
            **{name: rich(name, said[name]) for name in FIELDS if name in said},
        )

    def _change(self, pairs: Sequence[tuple[FacilityImportRow, Facility]]) -> None:
        former = [self._former(facility) for row, facility in pairs if _takes(row, "name")]
        for row, facility in pairs:
            self._set(row, facility)
        # An upsert, by which many columns of many rows are one statement.
        Facility.objects.bulk_create(
            [facility for _row, facility in pairs], update_conflicts=True, unique_fields=["id"], update_fields=SET
        )
        FacilityName.objects.bulk_create(former, ignore_conflicts=True)
        touched(*(facility for _row, facility in pairs))

    def _set(self, row: FacilityImportRow, facility: Facility) -> None:
        corrected = dict(facility.corrected)
        for name, (_before, after, way) in row.changes.items():
            if way == TAKEN:
                setattr(facility, name, rich(name, after))
            elif way == SETTLED:
                corrected.pop(name, None)
            elif way == KEPT and name in corrected:
                corrected[name] = {**corrected[name], "was": after}
        facility.folded, facility.corrected = fold(facility.name), corrected
        facility.source, facility.as_of, facility.revision = self.source, self._as_of(row), facility.revision + 1

    def _former(self, facility: Facility) -> FacilityName:
        return FacilityName(
            facility_id=facility.pk,
            name=facility.name,
            kind=FacilityNameKind.FORMER,
            folded=facility.folded,
            until=self.exported_on,
            source=self.source,
            as_of=self.exported_on,
        )

    def _confirm(self, keys: Sequence[int]) -> None:
        """A later export says the same: the entries are as of it."""
        rows = Facility.objects.visible_to(self.by).filter(pk__in=keys)
        rows.filter(source__startswith=SOURCE, source__lt=self.source).update(source=self.source)

    def _as_of(self, row: FacilityImportRow) -> Any:
        return rich("as_of", row.values["as_of"]) if "as_of" in row.values else self.exported_on


def _takes(row: FacilityImportRow, field: str) -> bool:
    return field in row.changes and row.changes[field][2] == TAKEN


def _as_previewed(row: FacilityImportRow, facility: Facility | None, taken: bool) -> bool:
    """Whether the row still does what the preview says."""
    if facility is None:
        return row.outcome == RowOutcome.NEW and not taken
    if unfit(facility):
        return False
    now = compare(row.values, as_plain(facility, FIELDS), facility.corrected)
    return now == Compared(str(row.outcome), row.changes)
