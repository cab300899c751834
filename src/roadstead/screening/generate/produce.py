"""Voyages by the million, part by part. A part depends on nothing but the request and its own number."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import Any

import pyarrow as pa

from roadstead.core.advisory import Facility, Listing
from roadstead.screening.errors import ScreeningError
from roadstead.screening.generate.maker import Maker

VERSION = 1  # of the generator: the same request gives the same voyages as long as it stays
PART = 100_000


def tables(
    n: int,
    *,
    seed: int,
    until: date,
    listings: Iterable[Listing],
    facilities: Iterable[Facility],
    part: int = PART,
) -> Iterator[pa.Table]:
    """n invented voyages as tables of whole voyages (`voyages.SCHEMA`), at most `part` voyages in each.

    voyage_id runs from 1 to n; rows are sorted by voyage_id and call_no, 1 being the latest call. until: the last
    day on which a ship arrives. All arguments decide what is made, `part` too. Raises ScreeningError for n below 1,
    a seed below 0, or too early an end.
    """
    if n < 1:
        raise ScreeningError(f"At least one voyage must be asked for, not {n}.")
    if seed < 0:
        raise ScreeningError(f"The seed must be 0 or more, not {seed}.")
    maker = Maker(n, seed, until, tuple(listings), tuple(facilities))
    return _ahead(
        partial(maker.part, number, start, min(start + part, n)) for number, start in enumerate(range(0, n, part))
    )


def _ahead(parts: Iterable[Callable[[], pa.Table]]) -> Iterator[pa.Table]:
    """Each part in its turn, the next one being made while its reader works on the one before."""
    with ThreadPoolExecutor(1) as maker:
        coming: Future[pa.Table] | None = None
        for part in parts:
            following = maker.submit(part)
            if coming:
                yield coming.result()
            coming = following
        if coming:
            yield coming.result()


def about(n: int, *, seed: int, until: date, rule_book: str) -> dict[str, Any]:
    """The mark that goes with voyages: that they are invented, and what makes them again."""
    return {
        "invented": True,
        "label": f"{n:,} invented voyages to {until.isoformat()}",
        "what": "Invented voyages over real ports. No ship, company or voyage is real.",
        "n": n,
        "seed": seed,
        "until": until.isoformat(),
        "generator": VERSION,
        "rule_book": rule_book,
    }
