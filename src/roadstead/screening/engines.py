"""Where expressions run: DuckDB in this process, or Spark in a session of the user's own choosing."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from roadstead.screening.errors import ScreeningError

NAMES = ("duckdb", "spark")
MEMORY = "900MB"  # what DuckDB may hold before it writes to disk; the process needs some beside it


class Engine(Protocol):
    """What the pipeline asks of an engine."""

    name: str
    backend: Any

    def table(self, values: pa.Table) -> ir.Table:
        """A small table of ours, for joins."""

    def keep(self, expression: ir.Table) -> ir.Table:
        """Work an expression out once, because it is read more than once."""

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows of a small expression."""

    def scope(self) -> AbstractContextManager[None]:
        """What is kept inside is let go at its end."""


class DuckDB:
    """DuckDB in process: bounded memory, spilling to a folder."""

    name = "duckdb"

    def __init__(self, *, spill: str | None = None, threads: int | None = None) -> None:
        self.backend = ibis.duckdb.connect()
        settings = {"memory_limit": MEMORY, "preserve_insertion_order": "false", "TimeZone": "UTC"}
        settings |= {"temp_directory": spill} if spill else {}
        settings |= {"threads": str(threads)} if threads else {}
        for name, value in settings.items():
            self.backend.raw_sql(f"SET {name} = '{value}'")
        self._kept: list[str] = []
        self._count = 0

    def table(self, values: pa.Table) -> ir.Table:
        name = self._name()
        return self.backend.create_table(name, values, temp=True)

    def keep(self, expression: ir.Table) -> ir.Table:
        return self.backend.create_table(self._name(), expression, temp=True)

    def fetch(self, expression: ir.Table) -> pa.Table:
        return self.backend.to_pyarrow(expression)

    @contextmanager
    def scope(self) -> Iterator[None]:
        """What is kept inside is let go at its end."""
        before = len(self._kept)
        try:
            yield
        finally:
            while len(self._kept) > before:
                self.backend.drop_table(self._kept.pop(), force=True)

    def _name(self) -> str:
        self._count += 1
        self._kept.append(f"kept_{self._count}")
        return self._kept[-1]


class Spark:
    """PySpark, in a session that the user chose: see `spark_session`."""

    name = "spark"

    def __init__(self, session: Any) -> None:
        session.conf.set("spark.sql.session.timeZone", "UTC")
        self.session = session
        self.backend = ibis.pyspark.connect(session)
        self._kept: list[Any] = []

    def table(self, values: pa.Table) -> ir.Table:
        return ibis.memtable(values)

    def keep(self, expression: ir.Table) -> ir.Table:
        self._kept.append(expression.cache())
        return self._kept[-1]

    def fetch(self, expression: ir.Table) -> pa.Table:
        return self.backend.to_pyarrow(expression)

    @contextmanager
    def scope(self) -> Iterator[None]:
        """What is kept inside is let go at its end."""
        before = len(self._kept)
        try:
            yield
        finally:
            while len(self._kept) > before:
                self._kept.pop().release()
