"""What a request promises: the same voyages again, part by part; a period; clear refusals."""

from datetime import date

import pyarrow as pa
import pytest

from roadstead.core.advisory import RuleBook
from roadstead.screening.errors import ScreeningError
from roadstead.screening.generate import period_of, tables

UNTIL = date(2026, 6, 30)


def make(book: RuleBook, n: int = 600, seed: int = 1, until: date = UNTIL, part: int = 250) -> list[pa.Table]:
    return list(tables(n, seed=seed, until=until, listings=book.listings, facilities=book.facilities, part=part))


def test_the_same_request_gives_the_same_voyages(book: RuleBook) -> None:
    first, again = make(book), make(book)
    assert [table.num_rows for table in first] == [table.num_rows for table in again]
    assert all(one.equals(other) for one, other in zip(first, again, strict=True))


def test_another_seed_gives_other_voyages(book: RuleBook) -> None:
    assert not make(book, seed=2)[0].equals(make(book)[0])


def test_parts_hold_whole_voyages_and_stand_alone(book: RuleBook) -> None:
    parts = make(book, n=600, part=250)
    spans = [(table["voyage_id"][0].as_py(), table["voyage_id"][-1].as_py()) for table in parts]
    assert spans == [(1, 250), (251, 500), (501, 600)]
    first = next(iter(tables(600, seed=1, until=UNTIL, listings=book.listings, facilities=book.facilities, part=250)))
    assert first.equals(parts[0])


def test_a_reader_may_stop_early(book: RuleBook) -> None:
    coming = tables(600, seed=1, until=UNTIL, listings=book.listings, facilities=book.facilities, part=100)
    assert next(coming)["voyage_id"][0].as_py() == 1
    coming.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("n", "start"),
    [(1, date(2024, 7, 1)), (170_000, date(2024, 7, 1)), (850_000, date(2016, 7, 1)), (10**8, date(2008, 1, 1))],
)
def test_the_period_is_as_dense_as_real_traffic(n: int, start: date) -> None:
    period = period_of(n, UNTIL)
    assert abs((period.start - start).days) <= 1
    assert period.end == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"n": 0}, "At least one voyage"), ({"seed": -1}, "seed"), ({"until": date(2009, 5, 1)}, "2010 or later")],
)
def test_what_cannot_be_made_is_refused(book: RuleBook, wrong: dict[str, int | date], words: str) -> None:
    with pytest.raises(ScreeningError, match=words):
        make(book, **wrong)  # type: ignore[arg-type]


def test_an_early_period_has_the_list_of_its_time(book: RuleBook) -> None:
    rows = pa.concat_tables(make(book, n=3_000, until=date(2012, 6, 30), part=3_000)).to_pylist()
    told = {row["country"] for row in rows if row["logged"] is not None}
    assert "VE" in told  # listed since January 2009
    nigeria = [row["logged"] for row in rows if row["country"] == "NG"]
    assert sum(value is not None for value in nigeria) < 0.1 * len(nigeria)  # listed only in 2014
