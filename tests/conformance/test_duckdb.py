"""The judge and DuckDB agree on whatever may come in."""

from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from roadstead.core.advisory import RuleBook
from roadstead.screening.engines import DuckDB
from tests.conformance import books, made
from tests.conformance.holding import same
from tests.conformance.told import scenarios
from tests.core.strategies import BOOK, LONG, SHORT, knowledge_days

# A smaller example costs minutes, and the message names the one voyage that differs.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
ENOUGH = settings(SHORT, max_examples=12, phases=PHASES)
MANY = settings(LONG, max_examples=25, phases=PHASES)
KNOWN = st.one_of(st.none(), knowledge_days)
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def duckdb() -> DuckDB:
    return DuckDB(threads=1)


@ENOUGH
@given(rows=made.tables(), known_at=KNOWN)
def test_the_shipped_rule_book(duckdb: DuckDB, rows: Rows, known_at: date | None) -> None:
    same(rows, BOOK, known_at, duckdb)


@ENOUGH
@given(rows=made.tables(where=st.sampled_from(books.COUNTRIES)), book=books.books(), known_at=KNOWN)
def test_other_rule_books(duckdb: DuckDB, rows: Rows, book: RuleBook, known_at: date | None) -> None:
    same(rows, book, known_at, duckdb)


@pytest.mark.long
@pytest.mark.timeout(2_400)
@MANY
@given(rows=made.tables(40), known_at=KNOWN)
def test_the_shipped_rule_book_at_length(duckdb: DuckDB, rows: Rows, known_at: date | None) -> None:
    same(rows, BOOK, known_at, duckdb)


@pytest.mark.long
@pytest.mark.timeout(2_400)
@MANY
@given(rows=made.tables(40, where=st.sampled_from(books.COUNTRIES)), book=books.books(), known_at=KNOWN)
def test_other_rule_books_at_length(duckdb: DuckDB, rows: Rows, book: RuleBook, known_at: date | None) -> None:
    same(rows, book, known_at, duckdb)


def test_most_scenarios_can_be_told_in_the_table() -> None:
    told = {row["voyage_id"] for rows in scenarios().values() for row in rows}
    assert len(told) >= 100


@pytest.mark.parametrize("known_at", scenarios())
def test_the_scenarios(duckdb: DuckDB, known_at: str) -> None:
    same(scenarios()[known_at], BOOK, date.fromisoformat(known_at), duckdb)
