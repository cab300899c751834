"""Rows of imports whose name is far from what the register calls the number."""

from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from roadstead.common.folding import fold
from roadstead.registry.enums import ImportState, RowOutcome
from roadstead.registry.models import FacilityImportRow
from roadstead.registry.queries.reconcil_entries import ALIKE, Entries, Entry, best, likeness
from roadstead.registry.queries.reconcil_items import CLASH, Item

MOST = 5_000  # rows looked at, the latest first
LOOKED_AT = [RowOutcome.CHANGED, RowOutcome.KEPT, RowOutcome.REJECTED]


def rows(entries: Entries, countries: Collection[str] | None) -> Iterator[Item]:
    """The latest row of each number and name that contradicts the register; files that were discarded do not count."""
    found = FacilityImportRow.objects.filter(outcome__in=LOOKED_AT).exclude(of__state=ImportState.DISCARDED)
    found = found.filter(Q(changes__has_key="name") | Q(outcome=RowOutcome.REJECTED)).exclude(Q(number="") | Q(name=""))
    if countries is not None:
        mine = (Q(number__startswith=code) for code in sorted(countries))
        found = found.filter(reduce(or_, mine, Q(pk__isnull=True)))
    seen: set[tuple[str, str]] = set()
    for row in found.select_related("of").order_by("-of__read_at", "-pk")[:MOST]:
        entry, said = entries.by_number.get(row.number), fold(row.name)
        if entry is None or not said or (row.number, said) in seen:
            continue
        seen.add((row.number, said))
        if before := _contradicted(row, said, entry):
            yield _item(row, said, entry, before)


def _contradicted(row: FacilityImportRow, said: str, entry: Entry) -> str:
    """The name that the number had when the row was read, where the row's is far from it; "" where it is not."""
    before = str(row.changes["name"][0]) if "name" in row.changes else entry.name
    if likeness(said, fold(before)) >= ALIKE:
        return ""
    # Taken over, the new name is the entry's own now: what it was called before is what it is held against.
    taken = "name" in row.changes and row.changes["name"][2] == "taken"
    return before if taken or best([said], entry) < ALIKE else ""


def _item(row: FacilityImportRow, said: str, entry: Entry, before: str) -> Item:
    of: Any = row.of
    words = {"number": row.number, "name": before}
    return Item(
        key=f"row-{row.pk}",
        kind=CLASH,
        country=entry.country,
        text=row.name,
        folded=said,
        where=f"IMO GISIS, number {row.number}",
        source=_("%(file)s, export of %(day)s, line %(line)s")
        % {"file": of.file_name, "day": of.exported_on.isoformat(), "line": row.line},
        why=_("The register called %(number)s “%(name)s”.") % words,
        names=(said,),
        number=row.number,
        ports=(entry.port,) if entry.port else (),
        entries=(entry.pk,),
        brings=(row.name,),
    )
