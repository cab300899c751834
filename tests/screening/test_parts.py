"""Large inputs are judged part by part; the answers are those of the whole."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from roadstead.screening import generate, layout, parts
from roadstead.screening.convert import convert
from roadstead.screening.engines import DuckDB
from roadstead.screening.errors import ScreeningError
from roadstead.screening.screen import Order, screen
from roadstead.screening.summary import Summary
from tests.core.strategies import BOOK, TODAY

VOYAGES = 3_000
WAYS = ("in order", "in no order", "ids as text", "in several files")


@pytest.fixture(scope="module")
def table() -> pa.Table:
    made = generate.tables(VOYAGES, seed=5, until=TODAY, listings=BOOK.listings, facilities=BOOK.facilities)
    return pa.concat_tables(made)


@pytest.fixture(scope="module")
def whole(table: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> tuple[Summary, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("whole")
    pq.write_table(table, folder / "voyages.parquet")
    return screened(folder / "voyages.parquet", folder / "verdicts.parquet")


def screened(voyages: Path, output: Path) -> tuple[Summary, dict[str, Any]]:
    summary = screen(Order(str(voyages), output, BOOK, TODAY), DuckDB())
    rows = pq.read_table(output).to_pylist()
    assert len(rows) == VOYAGES
    # What it was made from differs by name.
    return replace(summary, about={}), {str(row.pop("voyage_id")): row for row in rows}


def written(table: pa.Table, way: str, folder: Path) -> Path:
    place = folder / "voyages.parquet"
    if way == "in no order":
        table = table.take(pa.array([number * 7_919 % table.num_rows for number in range(table.num_rows)]))
    elif way == "ids as text":
        table = table.set_column(0, "voyage_id", pc.cast(table["voyage_id"], pa.string()))
    elif way == "in several files":
        place = folder / "voyages"
        place.mkdir()
        for start in range(0, table.num_rows, 5_000):
            pq.write_table(table.slice(start, 5_000), place / f"{start:09}.parquet", row_group_size=1_000)
        return place
    pq.write_table(table, place, row_group_size=1_000)
    return place


@pytest.mark.parametrize("way", WAYS)
def test_parts_say_what_the_whole_says(
    monkeypatch: pytest.MonkeyPatch, table: pa.Table, whole: Any, tmp_path: Path, way: str
) -> None:
    monkeypatch.setattr(parts, "MOST_ROWS", 4_000)
    assert screened(written(table, way, tmp_path), tmp_path / "verdicts.parquet") == whole


@pytest.mark.parametrize("way", WAYS)
def test_a_converted_table_says_the_same(table: pa.Table, whole: Any, tmp_path: Path, way: str) -> None:
    folder = tmp_path / "laid"
    assert convert(str(written(table, way, tmp_path)), folder, BOOK) == VOYAGES
    assert screened(folder, tmp_path / "verdicts.parquet") == whole


def test_a_layout_of_several_parts(
    monkeypatch: pytest.MonkeyPatch, table: pa.Table, whole: Any, tmp_path: Path
) -> None:
    monkeypatch.setattr(layout, "PART", 500)
    monkeypatch.setattr(parts, "MOST_VOYAGES", 1_200)
    made = generate.tables(VOYAGES, seed=5, until=TODAY, listings=BOOK.listings, facilities=BOOK.facilities)
    layout.write(made, tmp_path / "laid", book=BOOK, about={"invented": True})
    assert screened(tmp_path / "laid", tmp_path / "verdicts.parquet") == whole


def test_calls_that_are_gone_are_noticed(table: pa.Table, tmp_path: Path) -> None:
    layout.write([table], tmp_path / "laid", book=BOOK, about={})
    next((tmp_path / "laid/calls/country=NG").iterdir()).unlink()
    with pytest.raises(ScreeningError, match="NG"):
        screened(tmp_path / "laid", tmp_path / "verdicts.parquet")
    assert not (tmp_path / "verdicts.parquet").exists()


def test_the_layout_keeps_what_its_maker_said(table: pa.Table, tmp_path: Path) -> None:
    layout.write([table], tmp_path / "laid", book=BOOK, about={"invented": True, "seed": 5})
    found = layout.read(tmp_path / "laid")
    assert found is not None
    assert (found.about["invented"], found.about["seed"], found.voyages) == (True, 5, VOYAGES)
    convert(str(tmp_path / "laid"), tmp_path / "again", BOOK)
    again = layout.read(tmp_path / "again")
    assert again is not None
    assert again.about["invented"] is True
