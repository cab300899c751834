"""Writing voyages and rejected rows: as they come, under another name until all is written."""

import csv
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from roadstead.screening.entrances.columns import REJECTED, Heading, Line, Row
from roadstead.screening.entrances.errors import OutputError, Problem
from roadstead.screening.voyages import SCHEMA

METADATA_KEY = "roadstead"  # in a Parquet file; other kinds of file have it beside them, as NAME.about.json
_BATCH = 20_000  # rows
_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
Voyage = Mapping[str, object]
Write = Callable[[Sequence[Voyage]], None]


class Voyages:
    """Takes voyages one by one and writes them in batches."""

    def __init__(self, write: Write) -> None:
        self._write, self._waiting = write, list[Voyage]()

    def add(self, voyage: Voyage) -> None:
        self._waiting.append(voyage)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        self._write(self._waiting)
        self._waiting = []


@contextmanager
def voyages(path: Path, about: Mapping[str, Any]) -> Iterator[Voyages]:
    """A new file of voyages: .parquet, .csv or .jsonl. It appears when all is written, or not at all.

    about: what the file is, kept in its metadata. Raises OutputError: another ending, or a place one cannot write to.
    """
    opened = {".parquet": _parquet, ".csv": _csv, ".jsonl": _lines}.get(path.suffix.lower())
    if opened is None:
        raise OutputError(f"{path}: voyages are written to a file that ends in .parquet, .csv or .jsonl.")
    with replacing(path) as unfinished, opened(unfinished, about) as write:
        table = Voyages(write)
        yield table
        table.flush()
    if path.suffix.lower() != ".parquet":
        with replacing(path.with_name(f"{path.name}.about.json")) as unfinished:
            unfinished.write_text(_json(about) + "\n", encoding="utf-8")


@contextmanager
def rejects(path: Path | None, heading: Heading) -> Iterator[Callable[[Line, Problem], None]]:
    """A new CSV file of the rows left out: why, then the row as it stood, so that it can be mended and read again."""
    if path is None:
        yield lambda line, problem: None
        return
    own = [place for name, place in heading.places.items() if name in REJECTED]
    with replacing(path) as unfinished, unfinished.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*REJECTED, *_others(heading.printed, own)])

        def write(line: Line, problem: Problem) -> None:
            why = (Row(line, heading.places).origin, problem.column, problem.value, problem.why, problem.remedy)
            writer.writerow([_guarded(cell) for cell in (*why, *_others(line.cells, own))])

        yield write


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write under; it takes the place of `path` at the end, and is removed if anything goes wrong.

    Raises OutputError where one cannot write.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        unfinished.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextmanager
def _parquet(path: Path, about: Mapping[str, Any]) -> Iterator[Write]:
    schema = SCHEMA.with_metadata({METADATA_KEY: _json(about)})
    with pq.ParquetWriter(path, schema) as writer:
        yield lambda rows: writer.write_table(pa.Table.from_pylist(list(rows), schema=schema))


@contextmanager
def _csv(path: Path, about: Mapping[str, Any]) -> Iterator[Write]:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, SCHEMA.names)
        writer.writeheader()
        yield lambda rows: writer.writerows({name: _text(value) for name, value in row.items()} for row in rows)


@contextmanager
def _lines(path: Path, about: Mapping[str, Any]) -> Iterator[Write]:
    with path.open("w", encoding="utf-8") as stream:

        def write(rows: Sequence[Voyage]) -> None:
            for row in rows:
                whole = {name: _text(row.get(name)) for name in SCHEMA.names}
                stream.write(json.dumps(whole, ensure_ascii=False) + "\n")

        yield write


def _text(value: object) -> object:
    return value.strftime(_INSTANT) if isinstance(value, datetime) else value


def _json(about: Mapping[str, Any]) -> str:
    return json.dumps(about, ensure_ascii=False, default=str)


def _others(cells: Sequence[object], own: Sequence[int]) -> list[object]:
    """The cells but for our own columns, which a list of rejected rows that is read again has, and blank ends."""
    others = [cell for place, cell in enumerate(cells) if place not in own]
    while others and others[-1] in (None, ""):
        others.pop()
    return others


def _guarded(cell: object) -> object:
    """A day as a day, nothing as nothing, and no text that a spreadsheet would run as a formula."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime("%Y-%m-%d")
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
