"""A few voyages with every kind of answer, and a way to have them screened in this process. None of them is real."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from roadstead.rulebook import loader
from roadstead.screening.engines import DuckDB
from roadstead.screening.screen import Order
from roadstead.screening.screen import screen as run
from roadstead.screening.summary import Summary
from roadstead.screening.voyages import SCHEMA

Row = dict[str, Any]
KNOWN_AT = date(2026, 11, 22)
ZONES = {"USHOU": "Houston-Galveston", "USMIA": "Miami"}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def call(voyage: Any, number: int, country: str | None, departed: str, **more: Any) -> Row:
    """One row: a call of a voyage that arrives in Houston on 1 June 2019."""
    told = {"voyage_id": voyage, "call_no": number, "country": country, "departed_at": at(departed)}
    row = dict.fromkeys(SCHEMA.names) | {"arrival_port": "USHOU", "arrival_at": at("2019-06-01T06:00")}
    return row | told | {"vessel_type": "Bulk Carrier"} | more


def voyages() -> list[Row]:
    """1 applies (Venezuela), 2 does not apply, 3 cannot be told (a Nigerian terminal that nobody named), 4 applies."""
    miami = {"arrival_port": "USMIA", "arrival_at": at("2019-07-09T18:30"), "vessel_type": None}
    return [
        call(1, 1, "DE", "2019-05-20T04:00", port="DEHAM", purpose="bunkers", arrived_at=at("2019-05-19T04:00")),
        call(1, 2, "VE", "2019-05-02T04:00", logged=True, reported=False),
        call(2, 1, "NL", "2019-05-20T04:00", port="NLRTM", facility='Quay “A|B", east'),
        call(2, 2, None, "2019-05-09T04:00", port="FRLEH"),
        call(3, 1, "NG", "2019-05-20T04:00", port="NGLOS"),
        call(4, 1, "LY", "2019-07-20T04:00", **miami),
        call(4, 2, "VE", "2019-06-10T04:00", **miami),
    ]


OUTCOMES = {1: "applies", 2: "does_not_apply", 3: "cannot_tell", 4: "applies"}


def table(rows: list[Row]) -> pa.Table:
    return pa.Table.from_pylist(rows, SCHEMA)


def with_column(whole: pa.Table, name: str, values: Any) -> pa.Table:
    """The table with a column in place of the one of that name."""
    return whole.set_column(whole.schema.get_field_index(name), name, values)


@dataclass
class Screening:
    """Screens and keeps where it wrote."""

    folder: Path
    engine: DuckDB

    def __call__(self, voyages: Path | str, output: str = "out/verdicts.parquet", **options: Any) -> Summary:
        target = self.folder / output
        target.parent.mkdir(exist_ok=True)
        order = Order(str(voyages), target, loader.shipped(), KNOWN_AT, zones=ZONES, **options)
        return run(order, self.engine)

    def file(self, whole: pa.Table | list[Row], name: str = "voyages.parquet", **options: Any) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        pq.write_table(whole if isinstance(whole, pa.Table) else table(whole), path, **options)
        return path

    def text(self, content: str | bytes, name: str = "voyages.csv") -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def outcomes(self, voyages: Path | str, **options: Any) -> dict[Any, str]:
        """The outcome of each voyage."""
        self(voyages, **options)
        rows = pq.read_table(self.folder / "out/verdicts.parquet").to_pylist()
        for left in (self.folder / "out").iterdir():
            left.unlink()
        return {row["voyage_id"]: row["outcome"] for row in rows}

    def left(self) -> list[str]:
        """What stands where output goes."""
        out = self.folder / "out"
        return sorted(path.name for path in out.iterdir()) if out.exists() else []


@pytest.fixture(scope="session")
def duckdb() -> DuckDB:
    return DuckDB(threads=1)


@pytest.fixture
def screen(tmp_path: Path, duckdb: DuckDB, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screening]:
    """Temporary files have a folder of their own, which is empty again afterwards."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    yield Screening(tmp_path, duckdb)
    assert not list(temporary.iterdir())
