"""Voyages of any kind that can be screened, written in the project's own layout."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from roadstead.core.advisory import RuleBook
from roadstead.screening import checks, layout, sources
from roadstead.screening.engines import DuckDB
from roadstead.screening.parts import plain_parts
from roadstead.screening.pipeline import heads_of
from roadstead.screening.sources import Input
from roadstead.screening.troubles import told
from roadstead.screening.voyages import SCHEMA

ROWS = 4_000_000  # calls held at once


def convert(voyages: str, folder: Path, book: RuleBook, *, overwrite: bool = False) -> int:
    """Write voyages as a folder in the own layout; returns how many. Raises ScreeningError as `screen` does."""
    with told(folder), tempfile.TemporaryDirectory(prefix="roadstead-") as scratch:
        found = sources.find(voyages, Path(scratch))
        about = {name: value for name, value in found.about.items() if name not in layout.OWN}
        return layout.write(_tables(found), folder, book=book, about=about, overwrite=overwrite)


def _tables(found: Input) -> Iterator[pa.Table]:
    engine = DuckDB()
    for part in plain_parts(found, engine, ROWS):
        with engine.scope():
            calls = part.source.calls
            checks.refuse_bad(calls, found.path, engine)
            checks.refuse_split_arrivals(heads_of(calls), found.path, engine)
            table = engine.fetch(calls)
            yield table.cast(_schema(table))


def _schema(table: pa.Table) -> pa.Schema:
    """The schema of voyages; voyage_id may be text."""
    return SCHEMA.set(0, pa.field("voyage_id", table.schema.field("voyage_id").type))
