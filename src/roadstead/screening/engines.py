"""Where expressions run: DuckDB in this process, or Spark in a session of the user's own choosing."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Protocol
from uuid import uuid4

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

NAMES = ("duckdb", "spark")
MEMORY = "900MB"  # what DuckDB may hold before it writes to disk; the process needs some beside it


_OPTIONS = {"parquet": "FORMAT parquet, COMPRESSION zstd", "csv": "FORMAT csv, HEADER", "json": "FORMAT json"}


class Engine(Protocol):
    """What the pipeline asks of an engine."""

    name: str
    backend: Any

    def table(self, values: pa.Table) -> ir.Table:
        """A small table of ours, for joins."""

    def words(self, values: pa.Table) -> ir.Table:
        """A small table of ours whose texts go into many rows: as quick as numbers, where the engine can."""

    def keep(self, expression: ir.Table) -> ir.Table:
        """Work an expression out once, because it is read more than once."""

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows of a small expression."""

    def read(self, files: Sequence[str | Path], *, hive: bool = False) -> ir.Table:
        """Parquet files as one table; instants are plain timestamps in UTC."""

    def utc(self, table: ir.Table) -> ir.Table:
        """A table of ours with its instants as plain timestamps in UTC."""

    def write(self, expression: ir.Table, target: Path, *, kind: str = "parquet") -> None:
        """An expression into one file: parquet, csv or json (lines)."""

    def mark(self) -> int:
        """Now, as `forget` knows it."""

    def forget(self, since: int, but: Sequence[ir.Table]) -> None:
        """Let go of what was kept since a mark, but for some tables."""

    def scope(self) -> AbstractContextManager[None]:
        """What is kept inside is let go at its end."""


class DuckDB:
    """DuckDB in process: bounded memory, spilling to a folder."""

    name = "duckdb"

    def __init__(self, *, spill: str | None = None, threads: int | None = None) -> None:
        self.backend = ibis.duckdb.connect()
        settings = {"memory_limit": MEMORY, "preserve_insertion_order": "false", "TimeZone": "UTC"}
        settings |= {"enable_progress_bar": "false"}  # its own would stand in the summary
        # Left to itself it would spill into the folder that one stands in. It makes and removes this one as needed.
        settings |= {"temp_directory": spill or str(Path(gettempdir(), f"roadstead-spill-{uuid4().hex}"))}
        settings |= {"threads": str(threads)} if threads else {}
        for name, value in settings.items():
            self.backend.raw_sql(f"SET {name} = '{value}'")
        self._kept: list[tuple[str, str]] = []
        self._count = 0

    def table(self, values: pa.Table) -> ir.Table:
        name = self._name()
        return self.backend.create_table(name, values, temp=True)

    def words(self, values: pa.Table) -> ir.Table:
        plain = self.table(values)
        said = [
            _enumerated(field.name, values[field.name]) for field in values.schema if pa.types.is_string(field.type)
        ]
        name = self._name()
        self.backend.raw_sql(
            f"CREATE TEMP TABLE {name} AS SELECT * REPLACE ({', '.join(said)}) FROM {plain.get_name()}"
        )
        return self.backend.table(name)

    def keep(self, expression: ir.Table) -> ir.Table:
        # Ibis's own create_table makes a table of the schema first, fills it and renames it.
        said, name = self.backend.compile(expression), self._name()
        self.backend.raw_sql(f"CREATE TEMP TABLE {name} AS {said}")
        return self.backend.table(name)

    def fetch(self, expression: ir.Table) -> pa.Table:
        return self.backend.to_pyarrow(expression)

    def sql(self, query: str) -> pa.Table:
        """The rows of a query of our own, over tables that were kept."""
        return self.backend.con.execute(query).to_arrow_table()

    def read(self, files: Sequence[str | Path], *, hive: bool = False) -> ir.Table:
        named = ", ".join(_quoted(file) for file in files)
        # Folders are named by ISO codes; left to itself, the reader would take a column of them for something else.
        # Nor may a folder above a plain file, that happens to be called so, put its name in place of a column.
        options = f", hive_partitioning = {str(hive).lower()}" + (", hive_types_autocast = false" if hive else "")
        name = self._name("VIEW")
        self.backend.raw_sql(f"CREATE TEMP VIEW {name} AS SELECT * FROM read_parquet([{named}]{options})")
        return self.utc(self.backend.table(name))

    def utc(self, table: ir.Table) -> ir.Table:
        """Instants with a zone as plain timestamps in UTC: as quick as numbers, where zones are slow."""
        name = table.get_name()
        kinds = dict(self.backend.raw_sql(f"SELECT column_name, column_type FROM (DESCRIBE {name})").fetchall())
        zoned = [column for column, kind in kinds.items() if kind == "TIMESTAMP WITH TIME ZONE"]
        if not zoned:
            return table
        view = self._name("VIEW")
        said = ", ".join(f"make_timestamp(epoch_us({_named(column)})) AS {_named(column)}" for column in zoned)
        self.backend.raw_sql(f"CREATE TEMP VIEW {view} AS SELECT * REPLACE ({said}) FROM {name}")
        return self.backend.table(view)

    def write(self, expression: ir.Table, target: Path, *, kind: str = "parquet") -> None:
        self._copy(expression, target, _OPTIONS[kind])

    def write_by(self, expression: ir.Table, folder: Path, column: str, name: str) -> None:
        """Parquet in a folder with a sub-folder for each value of a column; `name` is the files' pattern."""
        # A sub-folder whose file is closed in between gets another file; there are some 250 countries.
        self.backend.raw_sql("SET partitioned_write_max_open_files = 400")
        by = f"PARTITION_BY ({column}), FILENAME_PATTERN {_quoted(name)}, OVERWRITE_OR_IGNORE"
        self._copy(expression, folder, f"{_OPTIONS['parquet']}, {by}")

    def _copy(self, expression: ir.Table, target: Path, options: str) -> None:
        self.backend.raw_sql(f"COPY ({self.backend.compile(expression)}) TO {_quoted(target)} ({options})")

    def mark(self) -> int:
        return len(self._kept)

    def forget(self, since: int, but: Sequence[ir.Table] = ()) -> None:
        names = {name for table in but for name in _names(table)}
        later, self._kept[since:] = self._kept[since:], []
        for kind, name in reversed(later):
            if name in names or (kind == "VIEW" and names):
                self._kept.append((kind, name))
            else:
                self.backend.raw_sql(f"DROP {kind} IF EXISTS {name}")

    @contextmanager
    def scope(self) -> Iterator[None]:
        """What is kept inside is let go at its end."""
        before = self.mark()
        try:
            yield
        finally:
            self.forget(before)

    def _name(self, kind: str = "TABLE") -> str:
        self._count += 1
        self._kept.append((kind, f"kept_{self._count}"))
        return self._kept[-1][1]


def _names(table: ir.Table) -> list[str]:
    """The tables of the engine that an expression reads."""
    return [node.name for node in table.op().find(ops.DatabaseTable)]


def _enumerated(column: str, values: pa.ChunkedArray) -> str:
    words = ", ".join(_quoted(word) for word in sorted(set(values.to_pylist())))
    return f"{_named(column)}::ENUM({words}) AS {_named(column)}"


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"


def _named(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'
