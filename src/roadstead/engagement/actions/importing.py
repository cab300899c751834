"""Address books in: read first, shown, and taken over once somebody confirms it. Nothing lands half-done."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions import landing
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.actions.planning import Planned, planned
from roadstead.engagement.addressbook import csvfile, vcards
from roadstead.engagement.addressbook.draft import Entry, FileError, plain
from roadstead.engagement.addressbook.text import text_of
from roadstead.engagement.joining_events import ContactsDiscarded, ContactsImported, ContactsRead
from roadstead.engagement.models import ContactImport, ContactImportRow
from roadstead.engagement.queries.countries_said import reader_of_countries
from roadstead.registry.enums import ImportState, RowOutcome

MOST_ENTRIES = 100_000
ROWS_AT_ONCE = 1_000


@action
def read_contacts(*, file_name: str, content: bytes, source: str, by: Viewer) -> ContactImport:
    """Read a file (CSV or vCard) and keep what each entry would become, for who read it alone.

    Raises PermissionDenied; FileError for a file that cannot be read at all; ContactError for a missing source.
    """
    by.must(Permission.KEEP_CONTACTS)
    if by.user_id is None:
        raise PermissionDenied(Permission.KEEP_CONTACTS.meaning)
    if not source.strip():
        raise ContactError(_("Say where the file is from."), "source")
    cards, entries = entries_of(content)
    said = {"file_name": _storable(file_name)[-200:], "source": _storable(source).strip()[:200], "cards": cards}
    made = ContactImport.objects.create(**said, read_by_id=by.user_id, read_at=clock.now())
    rows = planned(entries, made.source, reader_of_countries(), by, lenient=cards)
    made.counts = _keep(made, rows)
    made.save(update_fields=["counts"])
    total = sum(made.counts.values())
    record(ContactsRead(rows=total, rejected=made.counts[RowOutcome.REJECTED]), subject=made, by=by)
    return made


@action
def confirm_import(*, made: ContactImport, by: Viewer) -> ContactImport:
    """Take the good entries over, as they are found now; what the file said of people is kept no longer.

    Raises PermissionDenied; ContactError where it ended already, or somebody else read the file.
    """
    held = _held(made, by)
    entries = _waiting(held)
    counts = dict.fromkeys(RowOutcome.values, 0)
    left = planned(entries, held.source, reader_of_countries(), by, lenient=held.cards)
    while batch := list(islice(left, ROWS_AT_ONCE)):
        landing.land(batch, held, by)
        for one in batch:
            counts[one.outcome] += 1
    counts[RowOutcome.REJECTED] = sum(held.counts.values()) - sum(
        counts[one] for one in (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.SAME)
    )
    held.counts = counts
    said = ContactsImported(**{one: counts[one] for one in ("new", "changed", "same", "rejected")})
    _end(held, ImportState.APPLIED)
    record(said, subject=held, by=by)
    return held  # type: ignore[no-any-return]


@action
def discard_import(*, made: ContactImport, by: Viewer) -> ContactImport:
    """Take nothing over; what the file said of people is kept no longer. Raises as `confirm_import` does."""
    held = _held(made, by)
    _end(held, ImportState.DISCARDED)
    record(ContactsDiscarded(), subject=held, by=by)
    return held  # type: ignore[no-any-return]


def entries_of(content: bytes) -> tuple[bool, Iterator[Entry]]:
    """Whether a file holds vCards, and its entries. Raises FileError."""
    text = text_of(content)
    is_card = text.lstrip("\ufeff \t\r\n")[:11].casefold() == "begin:vcard"
    entries = vcards.read(text) if is_card else csvfile.read(text)
    first = list(islice(entries, 1))
    if not first:
        raise FileError(_("The file names its columns, and nobody below them."))
    return is_card, _limited(chain(first, entries))


def _limited(entries: Iterator[Entry]) -> Iterator[Entry]:
    for number, one in enumerate(entries):
        if number >= MOST_ENTRIES:
            raise FileError(_("The file has more than %(most)s entries; divide it.") % {"most": f"{MOST_ENTRIES:,}"})
        yield one


def _keep(made: ContactImport, rows: Iterator[Planned]) -> dict[str, int]:
    counts = dict.fromkeys(RowOutcome.values, 0)
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        ContactImportRow.objects.bulk_create(_row(made, one) for one in batch)
        for one in batch:
            counts[one.outcome] += 1
    return counts


def _row(made: ContactImport, one: Planned) -> ContactImportRow:
    values = plain(_shown(one.entry.values))
    return ContactImportRow(
        of=made,
        line=one.entry.line,
        name=values.get("name", "")[:150],
        outcome=one.outcome,
        contact=one.contact,
        values={} if one.entry.problems else values,
        adds=one.adds,
        problems=[[each.column, _storable(each.words)] for each in one.problems],
    )


def _shown(values: dict[str, str]) -> dict[str, Any]:
    return {name: _storable(text) for name, text in values.items()}


def _storable(text: str) -> str:
    """Without what a database cannot hold."""
    return "".join(one for one in text if one != "\0" and not "\ud800" <= one <= "\udfff")


def _waiting(held: Any) -> Iterator[Entry]:
    """The entries that can be read, some at a time: what is read before may be written anew meanwhile."""
    rows, line = ContactImportRow.objects.filter(of=held).exclude(values={}).stated().order_by("line"), 0
    while batch := list(rows.filter(line__gt=line).values_list("line", "values")[:ROWS_AT_ONCE]):
        yield from (Entry(number, dict(values)) for number, values in batch)
        line = batch[-1][0]


def _held(made: ContactImport, by: Viewer) -> Any:
    by.must(Permission.KEEP_CONTACTS)
    held = ContactImport.objects.select_for_update().get(pk=made.pk)
    if by.user_id is None or held.read_by_id != by.user_id:
        raise PermissionDenied(_("An address book is taken over by who read it."))
    if held.state != ImportState.PREVIEW:
        raise ContactError(_("This import has ended already."))
    return held


def _end(held: Any, state: ImportState) -> None:
    held.state, held.ended_at = state, clock.now()
    held.save(update_fields=["state", "ended_at", "counts"])
    ContactImportRow.objects.filter(of=held).stated().update(name="", values={}, adds=[])
