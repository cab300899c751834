"""Invented voyages to be screened: a plain Parquet file and the project's own layout, kept under var/bench.

A base of a million voyages is generated once; more of them are copies of it with other numbers, which cost an engine
the same and are made ten times as fast.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from roadstead.rulebook import shipped
from roadstead.screening import layout
from roadstead.screening.errors import ScreeningError
from roadstead.screening.generate import VERSION, files, tables
from roadstead.screening.voyages import SCHEMA

ROOT = Path(__file__).resolve().parent.parent
BASE = 1_000_000  # voyages
SEED, UNTIL = 20_190_530, date(2026, 12, 13)
ABOUT = {"invented": True, "what": "For measuring: copies of a million invented voyages under other numbers."}


@dataclass(frozen=True, slots=True)
class Data:
    """The same voyages twice: one plain file, and a folder in the project's own layout."""

    voyages: int
    plain: Path
    folder: Path

    @property
    def calls(self) -> int:
        return int(pq.read_metadata(self.plain).num_rows)


def prepared(voyages: int) -> Data:
    """Voyages, made where they are not there yet. More than a million: a whole number of millions."""
    base = min(voyages, BASE)
    if voyages % base:
        raise ValueError(f"{voyages:,} voyages cannot be made of copies of {base:,}; ask for whole millions.")
    place = ROOT / "var" / "bench" / f"{VERSION}-{layout.VERSION}"
    place.mkdir(parents=True, exist_ok=True)
    first = _data(place, base)
    if not first.plain.exists():
        print(f"Inventing {base:,} voyages in {place} ...", flush=True)
        book = shipped()
        made = tables(base, seed=SEED, until=UNTIL, listings=book.listings, facilities=book.facilities)
        files.write(made, first.plain, files.Form.PARQUET, about=ABOUT)
    if not _usable(first.folder):
        layout.write(_copies(first.plain, 1, base), first.folder, book=shipped(), about=ABOUT, overwrite=True)
    wanted = _data(place, voyages)
    if not (wanted.plain.exists() and _usable(wanted.folder)):
        print(f"Copying them to {voyages:,} ...", flush=True)
        files.write(
            _copies(first.plain, voyages // base, base),
            wanted.plain,
            files.Form.PARQUET,
            about=ABOUT,
            overwrite=True,
        )
        _copy_layout(first.folder, wanted.folder, voyages // base, base)
    return wanted


def _data(place: Path, voyages: int) -> Data:
    return Data(voyages, place / f"{voyages}.parquet", place / f"{voyages}")


def _usable(folder: Path) -> bool:
    """Whether it is a layout as the program of today makes it."""
    try:
        found = layout.read(folder)
    except ScreeningError:
        return False
    return found is not None and found.ranked(shipped().policy)


def _copies(plain: Path, times: int, voyages: int) -> Iterator[pa.Table]:
    """Tables of whole voyages, each copy of the file with numbers of its own."""
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        step = max(voyages // 4, 1)
        for shift in range(0, times * voyages, voyages):
            for low in range(0, voyages, step):
                query = f"SELECT * REPLACE (voyage_id + {shift} AS voyage_id) FROM read_parquet('{plain}')"
                within = f"{query} WHERE voyage_id > {low} AND voyage_id <= {low + step}"
                yield connection.sql(within).to_arrow_table().cast(SCHEMA)


def _copy_layout(base: Path, target: Path, times: int, voyages: int) -> None:
    """The parts of a layout under other numbers, as often as asked."""
    about = json.loads((base / layout.DESCRIPTION).read_text(encoding="utf-8"))
    draft = target.with_name(f".{target.name}.partial")
    shutil.rmtree(draft, ignore_errors=True)
    for file in sorted(base.rglob("part-*.parquet")):
        for copy in range(times):
            for part in range(about["parts"]):
                if f"part-{part:05}" in file.name:
                    name = file.name.replace(f"part-{part:05}", f"part-{copy * about['parts'] + part:05}")
                    _shifted(file, draft / file.relative_to(base).with_name(name), copy * voyages)
    _totals(base, draft, times)
    counts: dict[str, Any] = {name: about[name] * times for name in ("voyages", "calls", "parts")}
    counts["files"] = {country: files * times for country, files in about["files"].items()}
    (draft / layout.DESCRIPTION).write_text(json.dumps(about | counts, indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    draft.rename(target)


def _shifted(file: Path, target: Path, shift: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    columns = (
        f"SELECT * REPLACE (voyage_id + {shift} AS voyage_id) FROM read_parquet('{file}', hive_partitioning = false)"
    )
    _copy(columns, target)


def _totals(base: Path, target: Path, times: int) -> None:
    columns = f"SELECT * REPLACE (voyages * {times} AS voyages) FROM read_parquet('{base / 'totals.parquet'}')"
    _copy(columns, target / "totals.parquet")


def _copy(query: str, target: Path) -> None:
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        connection.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
