"""Text files: which encoding and which mark between the cells, then row by row."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import IO

from roadstead.registry.importing.columns import Line
from roadstead.registry.importing.errors import UnreadableError

ENCODINGS = ("utf-8-sig", "cp1252")
MARKS = ",;\t"
LOOKED_AT = 4_096  # bytes
AT_ONCE = 1 << 20
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def lines(stream: IO[bytes]) -> Iterator[Line]:
    """The rows, the blank ones too. Raises UnreadableError: no encoding fits, or it is not text."""
    encoding = _encoding(stream)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        first = text.read(LOOKED_AT)
        text.seek(0)
        yield from _rows(text, _mark(first))
    finally:
        text.detach()  # who opened the stream closes it


def _rows(text: Iterator[str], mark: str) -> Iterator[Line]:
    reader = csv.reader(text, delimiter=mark)
    ended = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise UnreadableError(
                f"From line {ended + 1} on the file cannot be told apart into rows ({error}). "
                "Look for a quotation mark that is not closed, and save the file again as CSV UTF-8."
            ) from None
        if cells is None:
            return
        yield Line(ended + 1, cells, reader.line_num)
        ended = reader.line_num


def _encoding(stream: IO[bytes]) -> str:
    stream.seek(0)
    head = stream.read(LOOKED_AT)
    for bom, name in BOMS:
        if head.startswith(bom):
            return _proved(stream, (name,))
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        return _proved(stream, ("utf-16-le",) if odd > even else ("utf-16-be",))
    return _proved(stream, ENCODINGS)


def _proved(stream: IO[bytes], names: tuple[str, ...]) -> str:
    """The first of some encodings in which the whole file can be read."""
    for name in names:
        decoder = codecs.getincrementaldecoder(name)()
        stream.seek(0)
        try:
            while chunk := stream.read(AT_ONCE):
                if "\0" in decoder.decode(chunk):
                    break
            else:
                decoder.decode(b"", final=True)
                return name
        except UnicodeDecodeError:
            continue
    raise UnreadableError(
        "The file is neither an .xlsx workbook nor text in UTF-8, UTF-16 or Windows-1252. "
        "Open it in a spreadsheet, and save it as CSV UTF-8."
    )


def _mark(text: str) -> str:
    """What stands between the cells: the mark that a line of the beginning has most of."""
    heads = io.StringIO(text).readlines()[:30]
    return max(MARKS, key=lambda mark: max((line.count(mark) for line in heads), default=0))
