"""What the engines cannot do, each with its error.

A gap that closes breaks the build, so that what goes round it can go too.
"""

from collections.abc import Callable

import ibis
import pyarrow as pa
import pytest
from ibis.common.exceptions import OperationNotDefinedError

from roadstead.screening.engines import DuckDB

CALLS = ibis.table({"caught": "boolean", "unmet": "int8", "voyage": "int64"}, name="calls")


def test_ibis_writes_no_brackets_round_not() -> None:
    """Why `compile.negated` says “or false”: this reads as NOT (caught IS NULL)."""
    said = " ".join(str(ibis.to_sql(CALLS.select(open=(~CALLS.caught).isnull()), dialect="duckdb")).split())
    assert 'NOT ( "t0"."caught" ) IS NULL' in said


def test_duckdb_reads_it_as_it_is_written() -> None:
    engine = DuckDB()
    calls = engine.table(pa.table({"caught": [True]}))
    assert engine.fetch(calls.select(open=(~calls.caught).isnull())).to_pylist() == [{"open": True}]


@pytest.mark.parametrize(
    ("what", "error"),
    [(lambda: CALLS.group_by("voyage").aggregate(unmet=CALLS.unmet.bit_or()), OperationNotDefinedError)],
    ids=["no bit_or on PySpark: unmet duties are gathered bit by bit"],
)
def test_an_expression_without_a_translation(what: Callable[[], ibis.Table], error: type[Exception]) -> None:
    with pytest.raises(error):
        ibis.to_sql(what(), dialect="pyspark")
