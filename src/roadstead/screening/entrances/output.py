"""Writing voyages: as they come, in batches."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from roadstead.screening.abouts import METADATA_KEY, as_text, note_of
from roadstead.screening.atomic import together
from roadstead.screening.entrances.errors import OutputError
from roadstead.screening.voyages import SCHEMA

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
    with together((path, note_of(path)), overwrite=True, make_folder=True) as (unfinished, note):
        with opened(unfinished, about) as write:
            table = Voyages(write)
            yield table
            table.flush()
        if path.suffix.lower() != ".parquet":
            note.write_text(as_text(about) + "\n", encoding="utf-8")


@contextmanager
def _parquet(path: Path, about: Mapping[str, Any]) -> Iterator[Write]:
    schema = SCHEMA.with_metadata({METADATA_KEY: as_text(about)})
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
