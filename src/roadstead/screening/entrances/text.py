"""Text files: their encoding, their delimiter, and their rows, none of them longer than memory allows."""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from roadstead.screening.entrances.columns import SEARCHED, Formula, Line, heading
from roadstead.screening.entrances.errors import FileError

DELIMITERS = (",", ";", "\t", "|")
LONGEST_LINE = 100_000  # characters
_PIECE = 1 << 20  # bytes


def lines(path: Path) -> Iterator[Line]:
    """The rows of a text file, numbered as an editor does (a row over several lines has the number of its first).

    UTF-8, else Windows-1252; separated by commas, semicolons, tabs or bars. Raises FileError.
    """
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as stream:
        delimiter = _delimiter("".join(islice(_short(stream), SEARCHED)))
    with path.open(encoding=encoding, newline="") as stream:
        yield from _rows(stream, delimiter)


def _encoding(path: Path) -> str:
    """Read the whole file once, for a byte that is no UTF-8 may stand in its last row."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    with path.open("rb") as stream:
        try:
            while piece := stream.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _delimiter(beginning: str) -> str:
    """The character that tells the most column names apart."""

    def found(delimiter: str) -> int:
        reader = csv.reader(io.StringIO(beginning), delimiter=delimiter)
        try:
            return max((len(heading(Line(0, cells)).places) for cells in reader), default=0)
        except csv.Error:
            return 0

    return max(DELIMITERS, key=found)


def _short(stream: TextIO) -> Iterator[str]:
    """The lines of a stream; a file without line breaks does not fill the memory."""
    number = 0
    try:
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise FileError(
                    f"line {number} is longer than {LONGEST_LINE:,} characters, so this is no list of entrances; "
                    "save the spreadsheet as CSV and try again."
                )
            yield line
    except UnicodeDecodeError:
        raise FileError(
            f"after line {number} stand bytes that are neither UTF-8 nor Windows-1252; save the file as CSV UTF-8."
        ) from None


def _rows(stream: TextIO, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(_short(stream), delimiter=delimiter)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise FileError(
                f"the row that begins on line {first} cannot be read ({error}); a quotation mark may be opened there "
                "and not closed."
            ) from None
        if cells is None:
            return
        spoilt = "" if reader.line_num == first else f"lines {first} to {reader.line_num} read as one row"
        yield Line(first, [_value(cell) for cell in cells], spoilt)


def _value(cell: str) -> object:
    """Text as it is; ="01520", which keeps the zero of a code in a spreadsheet, without its wrapping."""
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 2:
        return cell[2:-1]
    if cell.startswith("'") and cell[1:2] in ("=", "+", "-", "@"):
        cell = cell[1:]  # as our own list of rejected rows guards it
    return Formula(cell) if cell.startswith("=") and len(cell) > 1 else cell
