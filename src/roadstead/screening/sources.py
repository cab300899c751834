"""Voyages in: Parquet (a file, a folder, partitioned), CSV, JSON Lines, or a folder in the project's own layout.

Whatever comes in, what goes on is Parquet with the columns and types of `voyages.COLUMNS`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from roadstead.screening import texts
from roadstead.screening.abouts import About, of_metadata, of_note
from roadstead.screening.columns import KNOWN, check_columns, refuse_unlike
from roadstead.screening.errors import ScreeningError
from roadstead.screening.layout import Layout, read

TEXT_FORMATS = {".csv": "csv", ".jsonl": "json", ".ndjson": "json"}
PACKED = {".gz", ".zst"}  # text formats may be
PARQUET = {".parquet", ".pq", ""}


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
    about: About = field(default_factory=dict)


def find(place: str, scratch: Path) -> Input:
    """Look at what lies at a place; text formats are written as Parquet into `scratch` first.

    Raises ScreeningError: nothing there, not readable, a column missing or of the wrong type.
    """
    path = Path(place)
    if not path.exists():
        raise ScreeningError(f"{place} does not exist; name a file or a folder of voyages.")
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise ScreeningError(f"{place} is neither a file nor a folder; write the voyages to a file first.")
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in PACKED:
        suffixes.pop()
    ending = suffixes[-1] if suffixes else ""
    if ending in TEXT_FORMATS:
        return _plain(place, [texts.to_parquet(path, TEXT_FORMATS[ending], scratch)], of_note(path))
    if ending not in PARQUET:
        raise ScreeningError(
            f"{place} is not of a kind that can be screened; it should end in .parquet, .csv or .jsonl, or be a folder."
        )
    return _plain(place, [path], of_note(path))


def _folder(path: Path) -> Input:
    found = read(path)
    if found is not None:
        return _laid_out(path, found)
    files = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in PARQUET - {""} and not file.name.startswith(("_", ".")) and file.is_file()
    )
    if not files:
        raise ScreeningError(f"{path} holds no Parquet files; name a folder of voyages, or a single file.")
    return _plain(str(path), files, {}, _hive(path, files))


def _laid_out(path: Path, found: Layout) -> Input:
    files = found.all_calls()
    if not files and found.calls:
        raise ScreeningError(f"{path} cannot be used: its calls are missing. Make the folder anew.")
    schema = _metadata(files[0]).schema.to_arrow_schema() if files else pa.schema([])
    columns = {name: schema.field(name).type for name in schema.names} | {"country": pa.string()}
    if files:
        check_columns(str(path), columns)
    return Input(str(path), tuple(map(str, files)), columns, found.calls, True, found, found.about)


def _hive(path: Path, files: Sequence[Path]) -> frozenset[str]:
    """The columns that folders name, as in country=NG/. Raises ScreeningError where they are not the same in all."""
    named = {file: frozenset(_names(file.relative_to(path).parts)) for file in files}
    first = named[files[0]]
    for file, names in named.items():
        if names != first:
            raise ScreeningError(
                f"{file} lies in folders of other columns ({_list(names)}) than {files[0]} ({_list(first)}); "
                "screen them apart."
            )
    # The engine reads names off the whole path: one above the input would take the place of a column in it.
    above = first and set(_names(path.parts)) & KNOWN.keys()
    if above:
        raise ScreeningError(f"{path}: the folder “{min(above)}=…” reads as a column; name it without “=”, or move it.")
    return first


def _names(parts: Sequence[str]) -> list[str]:
    return [part.partition("=")[0] for part in parts[:-1] if "=" in part]


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _plain(place: str, files: Sequence[Path], note: About, hive: frozenset[str] = frozenset()) -> Input:
    """Files as one table: the columns of all, the rows of all, and what their makers said."""
    rows, said = 0, dict[str, object]()
    columns: dict[str, pa.DataType] = {}
    for file in files:
        metadata = _metadata(file)
        schema = metadata.schema.to_arrow_schema()
        found = {name: schema.field(name).type for name in schema.names} | dict.fromkeys(hive, pa.string())
        check_columns(place if len(files) == 1 else str(file), found)
        refuse_unlike(str(files[0]), columns or found, str(file), found)
        columns = columns or found
        rows += metadata.num_rows
        said = {**of_metadata(schema.metadata), **said}
    return Input(place, tuple(map(str, files)), columns, rows, bool(hive), None, said | dict(note))


def _metadata(file: Path) -> pq.FileMetaData:
    try:
        return pq.read_metadata(file)
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise ScreeningError(f"{file} cannot be read: {error.strerror}.") from None
        raise ScreeningError(
            f"{file} is no whole Parquet file. Was it cut off while being copied? Copy it again, or write it anew."
        ) from None
