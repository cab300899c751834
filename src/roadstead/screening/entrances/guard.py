"""Workbooks that are damaged, or made to fill the memory: said kindly, not opened."""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers import expat

from roadstead.screening.entrances.errors import FileError, shown

LARGEST_SHEET = 512 << 20  # bytes, unpacked: it is read as it comes
LARGEST_PART = 128 << 20  # bytes, unpacked, of any other part: these are held in memory
MOST_PARTS = 2_000
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


@contextmanager
def kindly() -> Iterator[None]:
    """Whatever the library meets in a damaged file is said as one thing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that we do not read
            yield
    except _BROKEN as error:
        raise FileError(_DAMAGED.format(shown(error) or type(error).__name__)) from None


def refuse_harmful(path: Path) -> None:
    """Refuse what unpacks to more than a list of entrances can be, or brings entities of its own."""
    with kindly(), zipfile.ZipFile(path) as packed:
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
