"""Two years of invented voyages, made once: four thousand of them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa
import pytest

from roadstead.core.advisory import RuleBook
from roadstead.rulebook import loader
from roadstead.screening.generate import ports, seaways, tables
from roadstead.screening.generate.ports import Ports
from roadstead.screening.generate.seaways import Seaways

COUNT = 4_000
UNTIL = date(2026, 6, 30)


@dataclass(frozen=True)
class Made:
    """Voyages, and what they were made from."""

    table: pa.Table
    book: RuleBook
    ports: Ports

    @cached_property
    def rows(self) -> list[dict[str, object]]:
        return self.table.to_pylist()

    @cached_property
    def voyages(self) -> dict[int, list[dict[str, object]]]:
        found: dict[int, list[dict[str, object]]] = {}
        for row in self.rows:
            found.setdefault(row["voyage_id"], []).append(row)  # type: ignore[arg-type]
        return found


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return loader.shipped()


@pytest.fixture(scope="session")
def made(book: RuleBook) -> Made:
    made = tables(COUNT, seed=1, until=UNTIL, listings=book.listings, facilities=book.facilities, part=1_500)
    return Made(pa.concat_tables(made), book, ports.load())


@pytest.fixture(scope="session")
def ways() -> Seaways:
    return seaways.between_ports()
