"""Voyages as Parquet, CSV, JSON Lines or the project's own folder; whole or not at all, and marked as invented.

Parquet keeps the mark in its metadata, the folder in its description. CSV and JSON Lines have no place for one: a note
beside the file, FILE.about.json, holds it; the companies say so in every row besides.
"""

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from roadstead.screening.errors import ScreeningError
from roadstead.screening.voyages import SCHEMA

NOTE = ".about.json"
ROW_GROUP = 500_000


class Form(StrEnum):
    """How voyages are written."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    FOLDER = "folder"


_ENDINGS = {".parquet": Form.PARQUET, ".csv": Form.CSV, ".jsonl": Form.JSONL, ".ndjson": Form.JSONL}


def form_of(output: Path) -> Form:
    """What the name of the output asks for: a file by its ending, else the project's own folder."""
    return _ENDINGS.get(output.suffix.lower(), Form.FOLDER)


def check(output: Path, *, overwrite: bool) -> None:
    """Refuse before any work is done. Raises ScreeningError."""
    if output.exists() and not overwrite:
        raise ScreeningError(f"{output} exists; name another output, or give --overwrite to replace it.")
    if output.is_dir() and not (output / "roadstead.json").exists():
        raise ScreeningError(f"{output} is a folder of something else, and is not replaced; name another output.")
    if not output.parent.is_dir():
        raise ScreeningError(f"The folder {output.parent} does not exist; make it first.")
    if not os.access(output.parent, os.W_OK):
        raise ScreeningError(f"The folder {output.parent} may not be written to.")


def note_of(output: Path) -> Path:
    """The note beside a file that cannot carry a mark itself."""
    return output.with_name(output.name + NOTE)


def write(tables: Iterable[pa.Table], output: Path, form: Form, *, about: Mapping[str, Any]) -> None:
    """Write voyages and their mark: `about` in the metadata, in the folder's own description, or in a note beside.

    Raises OSError where it cannot be written; nothing is left behind then.
    """
    with whole(output) as draft:
        _WRITERS[form](tables, draft, about)
    note = note_of(output)
    if form in (Form.CSV, Form.JSONL):
        with whole(note) as draft:
            draft.write_text(json.dumps(dict(about), indent=2) + "\n", encoding="utf-8")
    else:
        note.unlink(missing_ok=True)  # of an earlier output of that name


@contextmanager
def whole(output: Path) -> Iterator[Path]:
    """A path beside the output to write to; it takes the output's place at the end, or is removed."""
    draft = output.with_name(f".{output.name}.{secrets.token_hex(4)}.part")
    try:
        yield draft
        if output.is_dir():
            shutil.rmtree(output)
        draft.replace(output)
    finally:
        if draft.is_dir():
            shutil.rmtree(draft)
        else:
            draft.unlink(missing_ok=True)


def _write_parquet(tables: Iterable[pa.Table], path: Path, about: Mapping[str, Any]) -> None:
    mark = {key: value if isinstance(value, str) else json.dumps(value) for key, value in about.items()}
    with pq.ParquetWriter(path, SCHEMA.with_metadata(mark), compression="zstd", compression_level=1) as writer:
        for table in tables:
            writer.write_table(table, row_group_size=ROW_GROUP)


def _write_csv(tables: Iterable[pa.Table], path: Path, about: Mapping[str, Any]) -> None:
    with pyarrow.csv.CSVWriter(path, SCHEMA) as writer:
        for table in tables:
            writer.write_table(table)


def _write_jsonl(tables: Iterable[pa.Table], path: Path, about: Mapping[str, Any]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for table in tables:
            for batch in table.to_batches(max_chunksize=10_000):
                lines.writelines(json.dumps(row, default=_instant) + "\n" for row in batch.to_pylist())


def _write_folder(tables: Iterable[pa.Table], path: Path, about: Mapping[str, Any]) -> None:
    from roadstead.screening import layout

    layout.write(tables, path, about=about)


def _instant(value: Any) -> str:
    """A timestamp as ISO 8601 in UTC."""
    return f"{value:%Y-%m-%dT%H:%M:%SZ}"


_WRITERS: dict[Form, Callable[[Iterable[pa.Table], Path, Mapping[str, Any]], None]] = {
    Form.PARQUET: _write_parquet,
    Form.CSV: _write_csv,
    Form.JSONL: _write_jsonl,
    Form.FOLDER: _write_folder,
}
