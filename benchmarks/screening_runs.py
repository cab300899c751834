"""The engine's own works: what `roadstead screen` and a what-if do, each from a fresh start."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from unittest.mock import patch

from benchmarks.screening_rounds import held
from roadstead.rulebook import shipped
from roadstead.screening import checks, engines
from roadstead.screening.drafts import Draft, Put
from roadstead.screening.screen import Order, screen
from roadstead.screening.whatif import impact

KNOWN_AT = date(2026, 11, 22)
DRAFT = Draft(add=(Put("EG", date(2026, 1, 1)),), remove=(Put("NG"),))
UNSURE = ("refuse_bad", "refuse_split_arrivals")


def screened(
    place: Path,
    target: Path,
    *,
    explain: str | None = None,
    known_at: date | None = KNOWN_AT,
    checked: bool = True,
    spark: bool = False,
) -> None:
    """A whole screening: reading, checking unless told otherwise, judging, counting and writing."""
    order = Order(str(place), target, shipped(), known_at, explain=explain, overwrite=True)
    with _engine(spark) as engine, nullcontext() if checked else _unchecked():
        screen(order, engine)


def draft_tried(folder: Path) -> None:
    """A what-if over a folder in the project's own layout."""
    impact(folder, shipped(), KNOWN_AT, DRAFT, {})


@contextmanager
def _engine(spark: bool) -> Iterator[engines.Engine]:
    if spark:
        from roadstead.screening.spark import opened

        with opened() as engine:
            yield engine
    else:
        with tempfile.TemporaryDirectory(prefix="roadstead-bench-") as spill:
            yield engines.DuckDB(spill=spill)


@contextmanager
def _unchecked() -> Iterator[None]:
    """The input taken on trust, to see what its checking costs."""
    with patch.object(checks, UNSURE[0]), patch.object(checks, UNSURE[1]):
        yield


if __name__ == "__main__":
    screened(Path(sys.argv[1]), Path(sys.argv[2]))
    print(held())
