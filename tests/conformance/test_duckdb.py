"""The judge and DuckDB agree on whatever may come in."""

from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from roadstead.screening.engines import DuckDB
from tests.conformance import made
from tests.conformance.holding import same
from tests.core.strategies import BOOK, SHORT, knowledge_days


@pytest.fixture(scope="module")
def duckdb() -> DuckDB:
    return DuckDB(threads=1)


# A smaller example costs minutes, and the message names the one voyage that differs.
ENOUGH = settings(SHORT, max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])


@ENOUGH
@given(rows=made.tables(), known_at=st.one_of(st.none(), knowledge_days))
def test_the_shipped_rule_book(duckdb: DuckDB, rows: list[dict[str, Any]], known_at: date | None) -> None:
    same(rows, BOOK, known_at, duckdb)
