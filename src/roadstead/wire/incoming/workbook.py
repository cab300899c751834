"""The notice’s workbook (.xlsx): cells by the shape’s data, lists by the words of their headings."""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any
from xml.parsers import expat

from roadstead.core.names import fold
from roadstead.wire.incoming import lands, xmlguard
from roadstead.wire.incoming.base import Remark
from roadstead.wire.incoming.build import build
from roadstead.wire.incoming.draft import Draft, Fields, Tally
from roadstead.wire.incoming.form import Form, Group, Places
from roadstead.wire.incoming.problem import Problem, RefusedError
from roadstead.wire.incoming.value import Incoming

MOST_UNPACKED = 128 << 20  # bytes of all parts together
MOST_PARTS = 2_000
MOST_ROWS = 20_000  # of a list of people
MOST_COLUMNS = 80
_HEADING_WITHIN = 40  # rows
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, SyntaxError, EOFError, OSError, LookupError,
    ValueError, TypeError, AttributeError, ArithmeticError, NotImplementedError, RuntimeError,
)  # fmt: skip


def read(body: bytes, form: Form) -> list[Incoming | Problem]:
    """The one notice of a workbook."""
    try:
        with _kindly():
            book = _open(body)
            sheets = {sheet.title.strip().casefold(): sheet for sheet in book.worksheets}
            draft = _draft(sheets, form)
            book.close()
        return [build(draft)]
    except RefusedError as refused:
        return [refused.problem]


@contextmanager
def _kindly() -> Iterator[None]:
    """Whatever the library meets in a damaged file is said as one thing, and without a word of what is in it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that we do not read
            yield
    except RefusedError:
        raise
    except _BROKEN as error:
        what = f"is damaged or incomplete ({type(error).__name__}); the upload was perhaps cut off."
        raise RefusedError("workbook", what, "Open it in Excel, save it again as .xlsx and send that.") from None


def _open(body: bytes) -> Any:
    from openpyxl import load_workbook

    with zipfile.ZipFile(BytesIO(body)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            what = "unpacks to far more than a notice needs, so it was not opened."
            raise RefusedError("workbook", what, "Fill a fresh workbook and send that.")
        for part in parts:
            if part.filename.endswith((".xml", ".rels", ".vml")):
                with packed.open(part) as stream:
                    _refuse_doctype(stream.read(65_536))
    return load_workbook(BytesIO(body), read_only=True, data_only=True, keep_links=False)


def _refuse_doctype(beginning: bytes) -> None:
    """A document type stands before the first element; none of a workbook’s parts has one."""
    xmlguard.parser().Parse(beginning, False)


def _draft(sheets: dict[str, Any], form: Form) -> Draft:
    if not any(root.casefold() in sheets for root in form.record.roots):
        names = " and ".join(f"“{root}”" for root in form.record.roots)
        raise RefusedError(
            "workbook", f"has no worksheets {names}.", "Is this the workbook of the notice, 8.0 or newer?"
        )
    draft = form.draft()
    _cells(draft, sheets, form)
    for title, (to, places) in form.lists.items():
        _list(draft, sheets.get(title.casefold()), title, to, places)
    for title, group in form.people.items():
        _people(draft, sheets.get(title.casefold()), group)
    return draft


def _cells(draft: Draft, sheets: dict[str, Any], form: Form) -> None:
    wanted: dict[str, dict[str, tuple[tuple[str, int], ...]]] = {}
    for address, targets in form.fields.items():
        title, _, cell = address.rpartition("!")
        wanted.setdefault(title.casefold(), {})[cell] = targets
    for title, cells in wanted.items():
        if title not in sheets:
            continue
        for row in _rows(sheets[title], 60):
            for cell in row:
                at = getattr(cell, "coordinate", "")
                for to, rank in cells.get(at, ()):
                    text = form.worded(to, _text(cell.value))
                    draft.put(draft.fields, to, text, f"{sheets[title].title}!{at}", rank)


def _list(draft: Draft, sheet: Any, title: str, to: str, places: Places) -> None:
    """The rows of a list. A sheet that has text and no heading we know is remarked: calls must not be lost unseen."""
    if sheet is None:
        return
    rows = _rows(sheet, 400)
    columns, seen = _heading(rows, {fold(path): targets for path, targets in places.items()}, 2)
    if columns is None:
        if seen and to == "calls":
            what = "has no row of headings that we know, so its calls were not read."
            draft.remarks.append(Remark(at=sheet.title, what=what, todo="Ask the sender for the calls."))
        return
    for row in rows:
        fields: Fields = {}
        for cell in row:
            for target, rank in columns.get(getattr(cell, "column", 0), ()):
                draft.put(fields, target, _text(cell.value), f"{sheet.title}!{cell.coordinate}", rank)
        if fields:
            (draft.calls if to == "calls" else draft.cdc).append(fields)


def _people(draft: Draft, sheet: Any, group: Group) -> None:
    """Lines of people: the nationality, and of the other columns whether they are filled."""
    if sheet is None:
        return
    tally = Tally()
    if group.to == "crew":
        draft.crew = tally
    else:
        draft.others = tally
    rows = _rows(sheet, MOST_ROWS)
    words: dict[str, tuple[tuple[str, int], ...]] = {
        fold(path): ((path, 0),) for path in (*group.filled, *group.nationality)
    }
    columns, seen = _heading(rows, words, 3)
    if columns is None:
        if seen:
            what = "has no row of headings that we know, so the people in it were not counted."
            draft.remarks.append(Remark(at=sheet.title, what=what))
            _forget(draft, group.to)
        return
    for row in rows:
        _person(tally, group, [(columns[cell.column][0][0], cell) for cell in row if _is_wanted(cell, columns)])


def _forget(draft: Draft, group: str) -> None:
    if group == "crew":
        draft.crew = None
    else:
        draft.others = None


def _is_wanted(cell: Any, columns: dict[int, tuple[tuple[str, int], ...]]) -> bool:
    return cell.value is not None and getattr(cell, "column", 0) in columns and bool(str(cell.value).strip())


def _person(tally: Tally, group: Group, cells: Sequence[tuple[str, Any]]) -> None:
    filled: set[str] = set()
    lands_read: dict[int, str] = {}
    for path, cell in cells:
        filled.update(group.filled.get(path, ()))
        rank = group.nationality.get(path)
        land = lands.country(str(cell.value)) if rank is not None else None
        if rank is not None and land:
            lands_read[rank] = land
    if filled:
        tally.add(lands_read[min(lands_read)] if lands_read else None, filled)


def _heading(
    rows: Iterator[Sequence[Any]], words: dict[str, tuple[tuple[str, int], ...]], least: int
) -> tuple[dict[int, tuple[tuple[str, int], ...]] | None, bool]:
    """The columns of the first row with enough words that we know; and whether there was any text at all."""
    seen = False
    for row in islice(rows, _HEADING_WITHIN):
        found = {cell.column: words[word] for cell in row if (word := fold(_text(cell.value))) in words and word}
        seen = seen or any(_text(cell.value) for cell in row)
        if len(found) >= least:
            return found, True
    return None, seen


def _rows(sheet: Any, most: int) -> Iterator[Sequence[Any]]:
    """The rows, whatever size the sheet claims to have."""
    sheet.reset_dimensions()
    return iter(sheet.iter_rows(max_col=MOST_COLUMNS, max_row=most))


def _text(value: object) -> str:
    """A cell as text; days and times as ISO writes them."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
