"""A million invented voyages: judge, DuckDB (plain file and the project's own layout) and Spark agree on every one."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from roadstead.screening import generate, layout
from roadstead.screening.engines import DuckDB, Engine
from roadstead.screening.screen import Order, screen
from roadstead.screening.voyages import SCHEMA
from tests.conformance.holding import by_judge
from tests.core.strategies import BOOK, TODAY

VOYAGES = 1_000_000
ASKED = ("outcome", "caught_calls", "unknown_calls", "unmet_duties", "boarding", "armed_guards", "edition")
COLUMNS = ("voyage_id", *ASKED, "arrival_in_us", "visit_to_listed_port")

pytestmark = [
    pytest.mark.xdist_group("spark"),
    pytest.mark.long,
    pytest.mark.timeout(2_400),
    pytest.mark.filterwarnings("ignore::Warning"),
]


def judged(table: pa.Table) -> pa.Table:
    """The judge's verdicts on a table of whole voyages."""
    verdicts, _ = by_judge(table.to_pylist(), BOOK, TODAY)
    return pa.Table.from_pylist([{"voyage_id": voyage, **verdict} for voyage, verdict in verdicts.items()])


def judged_and_written(plain: Path) -> pa.Table:
    """Make the voyages, write them as a plain file, and judge every one of them meanwhile."""
    made = generate.tables(
        VOYAGES, seed=7, until=TODAY, listings=BOOK.listings, facilities=BOOK.facilities, part=25_000
    )
    workers = min(os.cpu_count() or 1, 4)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        tasks = []
        with pq.ParquetWriter(plain, SCHEMA) as out:
            for table in made:
                out.write_table(table)
                tasks.append(pool.submit(judged, table))
        return pa.concat_tables([task.result() for task in tasks]).sort_by("voyage_id")


def compare(engine: Engine, voyages: Path, output: Path, expected: pa.Table) -> None:
    screen(Order(str(voyages), output, BOOK, TODAY), engine)
    found = pq.read_table(output).sort_by("voyage_id")
    assert found.num_rows == expected.num_rows == VOYAGES
    for name in COLUMNS:
        mine, theirs = _plain(found[name]), _plain(expected[name])
        if not mine.equals(theirs):
            wrong = [place for place in range(VOYAGES) if mine[place] != theirs[place]][:3]
            pytest.fail(f"{name} differs at voyages {[found['voyage_id'][place] for place in wrong]}")


def _plain(column: Any) -> pa.Array:
    values = column.combine_chunks()
    return values.cast(pa.int64()) if pa.types.is_integer(values.type) else values.cast(pa.string())


def test_a_million_voyages(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    plain, folder = tmp_path / "voyages.parquet", tmp_path / "layout"
    expected = judged_and_written(plain)
    compare(DuckDB(), plain, tmp_path / "plain.parquet", expected)
    batches = (pa.Table.from_batches([batch]) for batch in pq.ParquetFile(plain).iter_batches(10_000_000))
    layout.write(batches, folder, book=BOOK, about={"invented": True})
    compare(DuckDB(), folder, tmp_path / "laid.parquet", expected)
    compare(request.getfixturevalue("spark"), plain, tmp_path / "spark.parquet", expected)
