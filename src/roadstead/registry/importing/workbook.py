"""Excel workbooks, row by row."""

from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from roadstead.registry.importing.columns import MOST_COLUMNS, SEARCHED, Formula, Line, heading
from roadstead.registry.importing.errors import UnreadableError
from roadstead.screening.entrances.errors import FileError
from roadstead.screening.entrances.guard import kindly, refuse_harmful

MOST_ROWS = 1_048_576  # of a worksheet, Excel's own limit
AT_ONCE = 500  # rows


def lines(stream: IO[bytes]) -> Iterator[Line]:
    """The rows of the first worksheet that has the columns of the export.

    Raises UnreadableError: damaged, harmful, or without such a worksheet.
    """
    try:
        yield from _lines(stream)
    except FileError as error:
        text = str(error)
        raise UnreadableError(text[:1].upper() + text[1:]) from None


def _lines(stream: Any) -> Iterator[Line]:
    stream.seek(0)
    refuse_harmful(stream)
    stream.seek(0)
    with kindly():
        from openpyxl import load_workbook

        book = load_workbook(stream, read_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if _fits(sheet):
                yield from _rows(sheet)
                return
        raise UnreadableError(
            "No worksheet has the columns of the GISIS export in its first rows. Put the list of port facilities "
            "on a sheet of its own, with its heading."
        )
    finally:
        book.close()


def _fits(sheet: Any) -> bool:
    try:
        heading(islice(_rows(sheet), SEARCHED))
    except UnreadableError:
        return False
    return True


def _rows(sheet: Any) -> Iterator[Line]:
    """The rows, whatever size the sheet claims to have."""
    sheet.reset_dimensions()
    rows = iter(sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS))
    for begins in range(1, MOST_ROWS, AT_ONCE):
        with kindly():
            some = list(islice(rows, AT_ONCE))
        if not some:
            return
        for number, cells in enumerate(some, begins):
            yield Line(number, [_value(cell) for cell in cells])


def _value(cell: Any) -> object:
    return Formula(str(cell.value)) if cell.data_type == "f" else cell.value
