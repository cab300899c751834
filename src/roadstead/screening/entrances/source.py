"""Rows out of a file, whatever kind it is; told by its first bytes, for endings lie."""

from collections.abc import Iterator
from pathlib import Path

from roadstead.screening.entrances import text, workbook
from roadstead.screening.entrances.columns import Line
from roadstead.screening.entrances.errors import FileError

_LOOKED_AT = 4_096  # bytes


def rows_of(path: Path, sheet: str | None) -> Iterator[Line]:
    """The rows that are not blank, of an .xlsx workbook or a text file. Raises FileError at once or on the way."""
    beginning = _beginning(path)
    if beginning.startswith(b"PK"):
        return workbook.lines(path, sheet)
    if beginning.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileError("it is a workbook of the old or a protected kind; in Excel, save it as .xlsx without password.")
    if b"\0" in beginning or beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileError("it is neither an .xlsx workbook nor a CSV file; save the spreadsheet as CSV UTF-8.")
    if sheet is not None:
        raise FileError("it is a text file, which has no worksheets; leave --sheet out.")
    return (line for line in text.lines(path) if not line.is_blank)


def _beginning(path: Path) -> bytes:
    if path.is_dir():
        raise FileError("it is a folder; name a file.")
    try:
        with path.open("rb") as stream:
            beginning = stream.read(_LOOKED_AT)
    except FileNotFoundError:
        raise FileError("there is no such file.") from None
    except (OSError, ValueError) as error:
        raise FileError(f"it cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    if not beginning.strip():
        raise FileError("it is empty.")
    return beginning
