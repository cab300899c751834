"""Excel workbooks (.xlsx), read row by row, guarded against files made to fill the memory."""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

from roadstead.screening.entrances.columns import MOST_COLUMNS, SEARCHED, Formula, Heading, Line, best
from roadstead.screening.entrances.errors import FileError, shown

MOST_ROWS = 1_048_576  # of a worksheet, Excel's own limit
LARGEST_SHEET = 512 << 20  # bytes, unpacked: it is read as it comes
LARGEST_PART = 128 << 20  # bytes, unpacked, of any other part: these are held in memory
MOST_PARTS = 2_000
_AT_ONCE = 500  # rows
_HEADING_WITHIN = 1_000  # rows, blank ones included
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    SyntaxError,  # what an XML parser raises
    EOFError,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
)
_DAMAGED = "the workbook is damaged or incomplete ({}); open it in Excel, save it again as .xlsx and try that file."


def lines(path: Path, wanted: str | None) -> Iterator[Line]:
    """The rows of the worksheet that has the columns of the Entrances file, or of the one asked for.

    Raises FileError: not a workbook, damaged, too large, no such sheet, or several that could be meant.
    """
    _guard(path)
    with _kindly():
        from openpyxl import load_workbook

        book = load_workbook(path, read_only=True, keep_links=False)
    try:
        sheet = _chosen(book, wanted)
        found = _heading(sheet)
        yield from _rows(sheet, MOST_ROWS, found.width if found else MOST_COLUMNS)
    finally:
        book.close()


@contextmanager
def _kindly() -> Iterator[None]:
    """Whatever the library meets in a damaged file is said as one thing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that we do not read
            yield
    except _BROKEN as error:
        raise FileError(_DAMAGED.format(shown(error) or type(error).__name__)) from None


def _guard(path: Path) -> None:
    """Refuse what unpacks to more than a list of entrances can be, or brings entities of its own."""
    with _kindly(), zipfile.ZipFile(path) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or any(part.file_size > _largest(part) for part in parts):
            raise FileError(
                "the workbook unpacks to far more than a list of entrances needs, so it is not opened; "
                "save the one worksheet as CSV and try that file."
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with packed.open(part) as stream:
                    _refuse_entities(stream)


def _largest(part: zipfile.ZipInfo) -> int:
    return LARGEST_SHEET if part.filename.startswith("xl/worksheets/") else LARGEST_PART


def _refuse_entities(stream: IO[bytes]) -> None:
    """A spreadsheet's XML has no document type; one that has may define text that grows without end."""
    parser, begun = expat.ParserCreate(), False

    def doctype(*_: object) -> None:
        raise FileError("the workbook defines XML entities, which no spreadsheet does; it is not opened.")

    def element(*_: object) -> None:
        nonlocal begun
        begun = True

    parser.StartDoctypeDeclHandler, parser.StartElementHandler = doctype, element
    while not begun and (piece := stream.read(8_192)):
        parser.Parse(piece)


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
        with _kindly():
            some = list(islice(rows, _AT_ONCE))
        for number, cells in enumerate(some, begins):
            if any(cell.value is not None for cell in cells):
                line = Line(number, [_value(cell) for cell in cells])
                if not line.is_blank:
                    yield line


def _value(cell: Any) -> object:
    """The value; a formula as such: the number beside it is what Excel last made of it, not what somebody wrote."""
    return Formula(str(cell.value)) if cell.data_type == "f" else cell.value
