"""Excel workbooks (.xlsx), read row by row."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from roadstead.screening.entrances.columns import MOST_COLUMNS, SEARCHED, Formula, Heading, Line, best
from roadstead.screening.entrances.errors import FileError, shown
from roadstead.screening.entrances.guard import kindly, refuse_harmful

MOST_ROWS = 1_048_576  # of a worksheet, Excel's own limit
_AT_ONCE = 500  # rows
_HEADING_WITHIN = 1_000  # rows, blank ones included


def lines(path: Path, wanted: str | None) -> Iterator[Line]:
    """The rows of the worksheet that has the columns of the Entrances file, or of the one asked for.

    Raises FileError: not a workbook, damaged, too large, no such sheet, or several that could be meant.
    """
    refuse_harmful(path)
    with kindly():
        from openpyxl import load_workbook

        book = load_workbook(path, read_only=True, keep_links=False)
    try:
        sheet = _chosen(book, wanted)
        found = _heading(sheet)
        yield from _rows(sheet, MOST_ROWS, found.width if found else MOST_COLUMNS)
    finally:
        book.close()


def _chosen(book: Any, wanted: str | None) -> Any:
    names = ", ".join(f"“{shown(name)}”" for name in book.sheetnames)
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if wanted is not None:
        if wanted not in sheets:
            raise FileError(f"there is no worksheet “{shown(wanted)}”; the workbook has {names}.")
        return sheets[wanted]
    headings = {title: _heading(sheet) for title, sheet in sheets.items()}
    whole = [title for title, found in headings.items() if found and not found.missing]
    if len(whole) > 1:
        listed = ", ".join(f"“{shown(title)}”" for title in whole)
        raise FileError(f"the worksheets {listed} all have the columns of the Entrances file; name one with --sheet.")
    if whole:
        return sheets[whole[0]]
    nearest = max(headings, key=lambda title: len(found.places) if (found := headings[title]) else 0, default=None)
    if nearest is None or headings[nearest] is None:
        raise FileError(f"no worksheet has the columns of the Entrances file; the workbook has {names or 'no sheet'}.")
    return sheets[nearest]


def _heading(sheet: Any) -> Heading | None:
    return best(list(islice(_rows(sheet, _HEADING_WITHIN), SEARCHED)))


def _rows(sheet: Any, last: int, columns: int = MOST_COLUMNS) -> Iterator[Line]:
    """The rows that are not blank, whatever size the sheet claims to have."""
    sheet.reset_dimensions()
    rows = iter(sheet.iter_rows(max_col=columns, max_row=last))
    for begins in range(1, last + 1, _AT_ONCE):
        with kindly():
            some = list(islice(rows, _AT_ONCE))
        for number, cells in enumerate(some, begins):
            if any(cell.value is not None for cell in cells):
                line = Line(number, [_value(cell) for cell in cells])
                if not line.is_blank:
                    yield line


def _value(cell: Any) -> object:
    """The value; a formula as such: the number beside it is what Excel last made of it, not what somebody wrote."""
    return Formula(str(cell.value)) if cell.data_type == "f" else cell.value
