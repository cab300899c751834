"""Voyages as one file of Parquet, CSV or JSON Lines; whole or not at all, and marked as invented.

Parquet keeps the mark in its metadata. CSV and JSON Lines have no place for one: a note
beside the file, FILE.about.json, holds it; the companies say so in every row besides.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from roadstead.screening.abouts import note_of
from roadstead.screening.atomic import together
from roadstead.screening.errors import ScreeningError
from roadstead.screening.voyages import SCHEMA

DESCRIPTION = "roadstead.json"  # of a folder in the project's own layout
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
    if output.is_dir() and not (output / DESCRIPTION).exists():
        raise ScreeningError(f"{output} is a folder of something else, and is not replaced; name another output.")
    if not output.parent.is_dir():
        raise ScreeningError(f"The folder {output.parent} does not exist; make it first.")
    if not os.access(output.parent, os.W_OK):
        raise ScreeningError(f"The folder {output.parent} may not be written to.")


def write(
    tables: Iterable[pa.Table], output: Path, form: Form, *, about: Mapping[str, Any], overwrite: bool = False
) -> None:
    """Write voyages as one file and mark it: `about` in its metadata, or in a note beside it.

    Raises ScreeningError where it cannot be written; nothing is left behind then.
    """
    with together((output, note_of(output)), overwrite=overwrite) as (draft, note):
        _WRITERS[form](tables, draft, about)
        if form is not Form.PARQUET:
            note.write_text(json.dumps(dict(about), indent=2) + "\n", encoding="utf-8")


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


def _instant(value: Any) -> str:
    """A timestamp as ISO 8601 in UTC."""
    return f"{value:%Y-%m-%dT%H:%M:%SZ}"


_WRITERS: dict[Form, Callable[[Iterable[pa.Table], Path, Mapping[str, Any]], None]] = {
    Form.PARQUET: _write_parquet,
    Form.CSV: _write_csv,
    Form.JSONL: _write_jsonl,
}
