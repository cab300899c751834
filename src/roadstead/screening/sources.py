"""Voyages in: Parquet (a file, a folder, partitioned), CSV, JSON Lines, or a folder in the project's own layout.

Whatever comes in, what goes on is Parquet with the columns and types of `voyages.COLUMNS`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from roadstead.screening import texts
from roadstead.screening.errors import ScreeningError
from roadstead.screening.layout import Layout, read
from roadstead.screening.voyages import COLUMNS, VESSEL, Column, Kind

TEXT_FORMATS = {".csv": "csv", ".jsonl": "json", ".ndjson": "json"}
PARQUET = {".parquet", ".pq"}


@dataclass(frozen=True, slots=True)
class Input:
    """What was found at a place. files: the Parquet files of its calls; hive: folders name some columns.

    about: what the maker said of it (`{"invented": true, …}`), empty where nothing.
    """

    path: str
    files: tuple[str, ...]
    columns: Mapping[str, pa.DataType]
    rows: int
    hive: bool = False
    layout: Layout | None = None
    about: Mapping[str, Any] = field(default_factory=dict)


def find(place: str, scratch: Path) -> Input:
    """Look at what lies at a place; text formats are written as Parquet into `scratch` first.

    Raises ScreeningError: nothing there, not readable, a column missing or of the wrong type.
    """
    path = Path(place)
    if not path.exists():
        raise ScreeningError(f"{place} does not exist; name a file or a folder of voyages.")
    if path.is_dir():
        return _folder(path)
    suffixes = [suffix.lower() for suffix in path.suffixes]
    kind = next((TEXT_FORMATS[suffix] for suffix in suffixes if suffix in TEXT_FORMATS), None)
    if kind:
        return _parquet(place, [texts.to_parquet(path, kind, scratch)])
    if suffixes and suffixes[-1] not in PARQUET:
        raise ScreeningError(
            f"{place} is not of a kind that can be screened; it should end in .parquet, .csv or .jsonl, or be a folder."
        )
    return _parquet(place, [path])


def _folder(path: Path) -> Input:
    found = read(path)
    if found is not None:
        files = found.all_calls()
        return _parquet(str(path), files, hive=True, known=found)
    files = sorted(file for file in path.rglob("*.parquet") if not file.name.startswith(("_", ".")))
    if not files:
        raise ScreeningError(f"{path} holds no Parquet files; name a folder of voyages, or a single file.")
    return _parquet(str(path), files, hive=any("=" in part for part in files[0].relative_to(path).parts[:-1]))


def _parquet(place: str, files: list[Path], *, hive: bool = False, known: Layout | None = None) -> Input:
    if known is not None:
        schema, about, rows = _schema(files[0]), known.about, known.calls
        if files:
            columns = {name: schema.field(name).type for name in schema.names}
        columns.setdefault("country", pa.string())
    else:
        columns, about, rows = _common(files)
        if hive:
            columns |= {part.split("=")[0]: pa.string() for part in files[0].parts if "=" in part}
    check_columns(place, columns)
    return Input(place, tuple(map(str, files)), columns, rows, hive, known, about)


def _common(files: list[Path]) -> tuple[dict[str, pa.DataType], Mapping[str, Any], int]:
    """The columns of the first file, which all must have; what its maker said; the rows of all."""
    first = _schema(files[0])
    columns = {name: first.field(name).type for name in first.names}
    rows = 0
    for file in files:
        metadata = _metadata(file)
        rows += metadata.num_rows
        missing = columns.keys() - set(metadata.schema.to_arrow_schema().names)
        if missing:
            raise ScreeningError(f"{file} lacks the column “{min(missing)}”, which {files[0].name} has.")
    said = (first.metadata or {}).get(b"roadstead", b"{}")
    return columns, json.loads(said), rows


def _schema(file: Path) -> pa.Schema:
    return _metadata(file).schema.to_arrow_schema()


def _metadata(file: Path) -> pq.FileMetaData:
    try:
        return pq.read_metadata(file)
    except (pa.ArrowInvalid, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise ScreeningError(f"{file} cannot be read: {error.strerror}.") from None
        raise ScreeningError(
            f"{file} is no whole Parquet file. Was it cut off while being copied? Copy it again, or write it anew."
        ) from None


def check_columns(place: str, columns: Mapping[str, pa.DataType]) -> None:
    """Every required column is there, and every known one of a type that can be read. Raises ScreeningError."""
    missing = [column.name for column in COLUMNS if column.required and column.name not in columns]
    if missing:
        raise ScreeningError(
            f"{place} lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}. "
            f"It has: {', '.join(columns) or 'none'}."
        )
    for column in (*COLUMNS, *VESSEL):
        if column.name in columns and not _fits(column, columns[column.name]):
            raise ScreeningError(
                f"{place}: the column {column.name} should hold {column.kind}, but is {columns[column.name]}."
            )


def _fits(column: Column, found: pa.DataType) -> bool:
    if pa.types.is_dictionary(found):
        found = found.value_type
    if pa.types.is_null(found):
        return not column.filled
    text = pa.types.is_string(found) or pa.types.is_large_string(found) or pa.types.is_string_view(found)
    match column.kind:
        case Kind.KEY:
            return text or pa.types.is_integer(found)
        case Kind.TEXT:
            return text
        case Kind.NUMBER:
            return pa.types.is_integer(found)
        case Kind.INSTANT:
            return pa.types.is_timestamp(found)
        case Kind.TRUTH:
            return pa.types.is_boolean(found)
