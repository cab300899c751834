"""The judge and Spark agree: on a cluster of several processes, on few but large examples, for each costs seconds."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadstead.core.advisory import RuleBook
from roadstead.screening.errors import ScreeningError
from roadstead.screening.spark import Spark, opened
from tests.conformance import books, made
from tests.conformance.holding import same
from tests.conformance.test_duckdb import PHASES
from tests.conformance.told import scenarios
from tests.core.strategies import BOOK, LONG, TODAY, knowledge_days

pytestmark = [
    pytest.mark.timeout(2_400),
    pytest.mark.xdist_group("spark"),  # one cluster, not one for each worker
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of PySpark's own making
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # the sockets it leaves to its JVM
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
FEW = settings(LONG, max_examples=3, phases=PHASES, derandomize=True)
Rows = list[dict[str, Any]]


def test_it_is_a_cluster(spark: Spark) -> None:
    session = spark.session.sparkContext
    assert session.master.startswith("local-cluster")
    # The workers sign on one after another, after the session is there; a task waits for the first.
    assert session.parallelize(range(4), 4).sum() == 6
    assert session._jsc.sc().getExecutorMemoryStatus().size() >= 2  # the driver and a worker at least


def test_the_scenarios(spark: Spark) -> None:
    rows = scenarios()[TODAY.isoformat()]
    assert len({row["voyage_id"] for row in rows}) >= 50
    same(rows, BOOK, TODAY, spark)


@pytest.mark.long
@FEW
@given(rows=made.tables(60), known_at=st.one_of(st.none(), knowledge_days))
def test_the_shipped_rule_book(spark: Spark, rows: Rows, known_at: date | None) -> None:
    same(rows, BOOK, known_at, spark)


@pytest.mark.long
@FEW
@given(rows=made.tables(60, where=st.sampled_from(books.COUNTRIES)), book=books.books(), known_at=st.none())
def test_other_rule_books(spark: Spark, rows: Rows, book: RuleBook, known_at: date | None) -> None:
    same(rows, book, known_at, spark)


@pytest.mark.long
def test_a_server_of_spark_connect(tmp_path: Path) -> None:
    """The user's own session, named by SPARK_REMOTE; here a server that PySpark starts for itself."""
    command = str(Path(sys.executable).with_name("roadstead"))
    # This process's own session may name its master already, and a session has either a server or a master.
    outside = {
        name: value for name, value in os.environ.items() if not name.startswith(("MASTER", "SPARK_", "PYSPARK"))
    }
    voyages, here, there = (tmp_path / f"{name}.parquet" for name in ("voyages", "here", "there"))
    for arguments, more in (
        (["generate", "2000", str(voyages), "--seed", "3"], {}),
        (["screen", str(voyages), str(here)], {}),
        (["screen", str(voyages), str(there), "--engine", "spark"], {"SPARK_REMOTE": "local"}),
    ):
        done = subprocess.run([command, *arguments], capture_output=True, text=True, env=outside | more, timeout=600)
        assert done.returncode == 0, done.stderr
    first, second = (pq.read_table(file).sort_by("voyage_id").to_pylist() for file in (here, there))
    assert len(first) == 2_000
    assert first == second


def test_a_server_and_a_master_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_REMOTE", "sc://localhost")
    monkeypatch.setenv("MASTER", "local[2]")
    with pytest.raises(ScreeningError, match="Both SPARK_REMOTE and MASTER are set"), opened():
        pass
