"""Spark: the same expressions on PySpark, in a session of the user's own choosing.

SPARK_REMOTE names a Spark Connect server; MASTER or SPARK_MASTER a master's URL (spark://…, local-cluster[…], yarn);
else Spark runs in local mode. Input and output must be where the session can reach them.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from roadstead.screening.errors import ScreeningError

LOCAL = "local[*]"
# For a session that we start ourselves; `spark.*` of the user's own configuration files and servers stay theirs.
OURS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.driver.host": "127.0.0.1",
}
FEW = {"spark.sql.shuffle.partitions": "4"}  # of a machine, not a cluster: 200 would be work for nothing


class Spark:
    """PySpark as an engine; see `opened`."""

    name = "spark"

    def __init__(self, session: Any) -> None:
        session.conf.set("spark.sql.session.timeZone", "UTC")
        self.session = session
        self.backend = ibis.pyspark.connect(session)
        self._kept: list[Any] = []
        self._count = 0

    def table(self, values: pa.Table) -> ir.Table:
        """A small table of ours. Spark takes no small integers apart, and reads times without a zone as local."""
        self._count += 1
        name = f"roadstead_{id(self):x}_{self._count}"
        frame = self.session.createDataFrame(values) if values.num_rows else self._empty(values.schema)
        frame.createOrReplaceTempView(name)
        return self.utc(self.backend.table(name))

    def _empty(self, schema: pa.Schema) -> Any:
        from pyspark.sql.pandas.types import from_arrow_schema

        return self.session.createDataFrame([], from_arrow_schema(schema))

    def words(self, values: pa.Table) -> ir.Table:
        return self.table(values)

    def keep(self, expression: ir.Table) -> ir.Table:
        self._kept.append(expression.cache())
        return self._kept[-1]

    def fetch(self, expression: ir.Table) -> pa.Table:
        return self.backend.to_pyarrow(expression)

    def read(self, files: Sequence[str | Path], *, hive: bool = False) -> ir.Table:
        frame = self.session.read.option("basePath", _root(files)) if hive else self.session.read
        self._count += 1
        name = f"roadstead_{id(self):x}_{self._count}"
        frame.parquet(*map(str, files)).createOrReplaceTempView(name)
        return self.utc(self.backend.table(name))

    def utc(self, table: ir.Table) -> ir.Table:
        """Spark's timestamps are instants, and the session's zone is UTC."""
        times = {name: table[name].cast("timestamp") for name, kind in table.schema().items() if kind.is_timestamp()}
        return table.mutate(**times) if times else table

    def write(self, expression: ir.Table, target: Path, *, kind: str = "parquet") -> None:
        """One file: Spark writes a folder of parts; for a single one they are brought together on this machine."""
        folder = target.with_name(f"{target.name}.parts")
        try:
            frame = self.session.sql(self.backend.compile(expression))
            frame.write.mode("overwrite").parquet(str(folder))
            _bring_together(folder, target, kind)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def mark(self) -> int:
        return len(self._kept)

    def forget(self, since: int, but: Sequence[ir.Table] = ()) -> None:
        """Spark works a kept table out from others when it needs it again, so they stay where one is to stay."""
        while len(self._kept) > since and not but:
            self._kept.pop().release()

    @contextmanager
    def scope(self) -> Iterator[None]:
        """What is kept inside is let go at its end."""
        before = self.mark()
        try:
            yield
        finally:
            self.forget(before)


def _bring_together(folder: Path, target: Path, kind: str) -> None:
    from roadstead.screening.engines import DuckDB

    engine = DuckDB()
    engine.write(engine.read(sorted(folder.glob("*.parquet"))), target, kind=kind)


def _root(files: Sequence[str | Path]) -> str:
    """The folder above the first one that names a column."""
    path = Path(files[0])
    named = [parent for parent in path.parents if "=" in parent.name]
    return str(named[-1].parent if named else path.parent)


def opened() -> AbstractContextManager[Spark]:
    """A session as the environment asks, closed at the end. Raises ScreeningError where PySpark or Java is missing."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise ScreeningError(
            "PySpark is not installed. Install it with “make spark”, or screen without --engine spark."
        ) from None
    remote = os.environ.get("SPARK_REMOTE")
    if not remote and not java():
        raise ScreeningError(
            "Spark needs Java 17 or newer, and none was found. Install it, or set JAVA_HOME or SPARK_REMOTE."
        )
    if remote and os.environ.get("MASTER"):
        raise ScreeningError(
            "Both SPARK_REMOTE and MASTER are set, and a session has either a server or a master. Unset one of them."
        )
    builder = SparkSession.builder.appName("roadstead screen")
    if remote:
        builder = builder.remote(remote)
    else:
        master = os.environ.get("MASTER") or os.environ.get("SPARK_MASTER") or LOCAL
        builder = builder.master(master)
        here = OURS | FEW if master.startswith("local") else {"spark.sql.session.timeZone": "UTC"}
        for name, value in here.items():
            builder = builder.config(name, value)
    return _session(builder, remote)


@contextmanager
def _session(builder: Any, remote: str | None) -> Iterator[Spark]:
    from pyspark.errors import PySparkException

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    try:
        session = builder.getOrCreate()
    except (PySparkException, RuntimeError) as error:
        raise ScreeningError(f"Spark could not be reached: {_first_line(error)}") from None
    if not remote:
        session.sparkContext.setLogLevel("ERROR")
    try:
        yield Spark(session)
    except PySparkException as error:
        raise ScreeningError(f"Spark could not do it: {_first_line(error)}") from None
    finally:
        session.stop()


def java() -> bool:
    """Whether a Java is there to run Spark on this machine."""
    home = os.environ.get("JAVA_HOME")
    return bool(home and Path(home, "bin/java").exists()) or shutil.which("java") is not None


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
