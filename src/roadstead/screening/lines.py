"""Text files looked at line by line: the heading before they are read, and afterwards where exactly they are wrong.

The engine reads millions of rows a second and counts them by its own lights; a person wants the line of the editor.
"""

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from roadstead.screening.columns import KNOWN
from roadstead.screening.errors import ScreeningError

DELIMITERS = ",;\t|"
LONGEST = 40  # characters of a value that are shown
NOT_UTF8 = "is not UTF-8; save the file as UTF-8"


class _FaultError(Exception):
    """What is wrong, with its line."""


def heading(file: Path) -> tuple[str, list[str]]:
    """The delimiter and the names of the columns of a CSV file. Raises ScreeningError."""
    try:
        with _opened(file) as lines:
            first = next(lines, "").rstrip("\r\n")
    except (_FaultError, OSError) as error:
        raise ScreeningError(f"{file} cannot be read: {error}.") from None
    if not first.strip():
        raise ScreeningError(f"{file} is empty; its first line should name the columns.")
    cut = {delimiter: _names(first, delimiter) for delimiter in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda one: len(KNOWN.keys() & set(cut[one])))
    names = cut[delimiter]
    twice = sorted({name for name in names if names.count(name) > 1 and name in KNOWN})
    if twice:
        raise ScreeningError(f"{file} has two columns called {twice[0]}; keep one of them.")
    return delimiter, names


def _names(line: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([line], delimiter=delimiter))]


def of_rows(file: Path, kind: str, rows: Sequence[int]) -> dict[int, int]:
    """The lines in which rows, counted from 1 below the heading, begin."""
    wanted, found = set(rows), dict.fromkeys(rows, 0)
    with _opened(file) as lines:
        for number, (line, _) in enumerate(_records(lines, kind, file), 1):
            if number in wanted:
                found[number] = line
            if number >= max(wanted):
                break
    return found


def fault(file: Path, kind: str) -> str | None:
    """The first line that cannot be read, and why; None where none is found."""
    record: object = None
    try:
        with _opened(file) as lines:
            for line, record in _records(lines, kind, file):
                problem = _wrong(record)
                if problem:
                    return f"line {line} {problem}"
    except (_FaultError, OSError) as error:
        return str(error)
    if record is None:
        return "it is empty"
    return _mark(file) if kind == "json" else _mixed(file)


def _mixed(file: Path) -> str | None:
    with _opened(file) as lines:
        ends = {line.endswith("\r\n") for line in lines if line.endswith("\n")}
    return (
        "some of its lines end as on Windows and some do not; save it with one kind of line ends"
        if ends > {True}
        else None
    )


def _mark(file: Path) -> str | None:
    with pa.input_stream(str(file), compression="detect") as stream:
        marked = stream.read(3) == codecs.BOM_UTF8
    return "it begins with a byte order mark; save it as UTF-8 without one" if marked else None


def shown(value: str) -> str:
    """A value safe to repeat: short, and with nothing that a terminal would obey."""
    text = "".join(char if char.isprintable() else "�" for char in value[:LONGEST])
    return text + ("…" if len(value) > LONGEST else "")


def _records(lines: Iterable[str], kind: str, file: Path) -> Iterator[tuple[int, object]]:
    """Each record with its line: a value of JSON, or (values, how many there should be) of CSV; blank ones left out."""
    if kind == "csv":
        yield from _rows(lines, *heading(file))
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise _FaultError(f"line {number} is no JSON: {getattr(error, 'msg', error)}") from None


def _rows(lines: Iterable[str], delimiter: str, names: Sequence[str]) -> Iterator[tuple[int, object]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    before = 0  # lines read
    try:
        for row in reader:
            if row and before:  # the heading has none before it
                yield before + 1, (row, len(names))
            before = reader.line_num
    except csv.Error:
        raise _FaultError(f"line {before + 1} has a quotation mark that is not closed, or text after one") from None


def _wrong(record: object) -> str | None:
    if not isinstance(record, tuple):
        ours = isinstance(record, dict)
        return None if ours else "is no JSON object; each line should be one, as in {“voyage_id”: 1, …}"
    row, expected = record
    cut = "; was it cut off?" if len(row) < expected else ""
    return None if len(row) == expected else f"has {len(row)} values, and the heading names {expected}{cut}"


@contextmanager
def _opened(file: Path) -> Iterator[Iterator[str]]:
    """The lines of a file, unpacked and decoded. Raises _FaultError at the first that is not UTF-8."""
    with pa.input_stream(str(file), compression="detect") as packed, io.BufferedReader(packed) as stream:
        yield _decoded(stream)


def _decoded(stream: Iterable[bytes]) -> Iterator[str]:
    for number, line in enumerate(stream, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise _FaultError(f"line {number} {NOT_UTF8}") from None
