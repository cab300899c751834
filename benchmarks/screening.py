"""Batch screening beside what others would write for it, in one table of ratios. Fixed sizes, invented voyages."""

import tempfile
from functools import partial
from pathlib import Path

from rich.table import Table

from benchmarks import screening_pandas
from benchmarks.screening_data import BASE, Data, prepared
from benchmarks.screening_growth import add_growth
from benchmarks.screening_hand import Hand, agreed
from benchmarks.screening_rounds import Taken, Work, take_turns
from benchmarks.screening_runs import KNOWN_AT, draft_tried, screened
from roadstead.rulebook import shipped
from roadstead.screening.errors import ScreeningError
from roadstead.screening.timeline import Timeline

LARGER = 5  # times the voyages, to see how time and memory grow
SCAN, SQL, FREE, TRUSTED, PANDAS = "scan", "sql", "free sql", "trusted", "pandas"
# What, its key, what it is held against, the most times that it may take.
Line = tuple[str, str, str, float | None]
LINES: tuple[Line, ...] = (
    ("Bare scan: the columns needed, plain file", SCAN, SCAN, None),
    ("SQL by hand, plain file, memory as the engine", SQL, SCAN, None),
    ("SQL by hand, plain file, all memory there is", FREE, SCAN, None),
    ("Engine, plain file, taken on trust", TRUSTED, SQL, 1.2),
    ("  beside SQL with all memory", TRUSTED, FREE, None),
    ("Engine, plain file, checked", "plain", SQL, None),
    ("  what the checking adds", "plain", TRUSTED, None),
    ("Engine, own layout", "layout", SCAN, 1.0),
    ("What-if, own layout", "draft", SCAN, 0.8),
    ("Plain, reasons for listed calls", "listed", "plain", 1.3),
    ("Plain, reasons for all calls", "all", "plain", 1.3),
    ("Layout, reasons for listed calls", "layout_listed", "layout", 1.3),
    ("Plain, each voyage as known on its day", "arrival", "plain", 1.2),
)


def run(voyages: int, larger: int | None, rounds: int) -> Table:
    """Measure, and say it in a table. Raises ValueError where SQL by hand does not give the engine's answers."""
    data = prepared(voyages)
    table = Table(
        title=f"Screening {voyages:,} invented voyages, {data.calls:,} calls (copies of {min(BASE, voyages):,}), "
        f"medians of {rounds} rounds"
    )
    table.add_column("What")
    for column in ("seconds", "processor", "voyages/s", "against", "ratio", "by processor", "limit"):
        table.add_column(column, justify="right")
    with tempfile.TemporaryDirectory(prefix="roadstead-bench-") as folder:
        place = Path(folder)
        timeline = Timeline(shipped(), KNOWN_AT)
        _add_lines(table, data, place, Hand(data.plain, timeline), rounds)
        _add_pandas(table, prepared(min(voyages, BASE)), place, timeline, rounds)
        _add_spark(table, prepared(min(voyages, BASE)), place)
        add_growth(table, data, larger or voyages * LARGER, place)
    return table


def _add_lines(table: Table, data: Data, place: Path, hand: Hand, rounds: int) -> None:
    plain, layout = partial(screened, data.plain), partial(screened, data.folder)
    ours, by_hand, target = place / "ours.parquet", place / "hand.parquet", place / "verdicts.parquet"
    plain(ours)
    hand.screen(by_hand)
    table.caption = f"SQL by hand and engine say the same of all {agreed(ours, by_hand):,} voyages"
    layout(by_hand)
    agreed(ours, by_hand)
    works: dict[str, Work] = {
        SCAN: hand.scan,
        SQL: partial(hand.screen, by_hand),
        FREE: partial(hand.screen_freely, by_hand),
        TRUSTED: partial(plain, target, checked=False),
        "plain": partial(plain, target),
        "layout": partial(layout, target),
        "draft": partial(draft_tried, data.folder),
        "listed": partial(plain, target, explain="listed"),
        "all": partial(plain, target, explain="all"),
        "layout_listed": partial(layout, target, explain="listed"),
        "arrival": partial(plain, target, known_at=None),
    }
    taken = take_turns(works, rounds)
    for name, key, base, limit in LINES:
        _add(table, name, data.voyages, taken[key], taken[base], base, limit)


def _add_pandas(table: Table, data: Data, place: Path, timeline: Timeline, rounds: int) -> None:
    """pandas on the base alone: more would not fit into memory everywhere."""
    hand, ours, theirs = Hand(data.plain, timeline), place / "ours.parquet", place / "pandas.parquet"
    screened(data.plain, ours)
    screening_pandas.screen(data.plain, theirs, hand.small)
    agreed(ours, theirs)
    works: dict[str, Work] = {
        "plain": partial(screened, data.plain, ours),
        PANDAS: partial(screening_pandas.screen, data.plain, theirs, hand.small),
    }
    taken = take_turns(works, rounds)
    table.add_section()
    _add(table, f"pandas, {data.voyages:,} voyages", data.voyages, taken[PANDAS], taken[PANDAS], PANDAS, None)
    _add(table, f"Engine, checked, {data.voyages:,} voyages", data.voyages, taken["plain"], taken[PANDAS], PANDAS, 0.2)


def _add_spark(table: Table, data: Data, place: Path) -> None:
    """Once, session and all; where Java is missing, a word."""
    ours, theirs = place / "ours.parquet", place / "spark.parquet"
    works: dict[str, Work] = {
        "plain": partial(screened, data.plain, ours),
        "spark": partial(screened, data.plain, theirs, spark=True),
    }
    try:
        taken = take_turns(works, 1)
    except ScreeningError as error:
        table.add_row(f"Spark: skipped. {error}")
        return
    agreed(ours, theirs)
    name = f"Engine on Spark, local, {data.voyages:,} voyages, one round"
    _add(table, name, data.voyages, taken["spark"], taken["plain"], "DuckDB", None)


def _add(table: Table, name: str, voyages: int, taken: Taken, base: Taken, against: str, limit: float | None) -> None:
    clock, processor = taken.over(base)
    said = "" if limit is None else f"{limit:g} × {'met' if clock <= limit else 'MISSED'}"
    cells = (f"{taken.seconds:,.1f}", f"{taken.processor_seconds:,.1f}", f"{voyages / taken.seconds:,.0f}")
    table.add_row(name, *cells, against, f"{clock:.2f} ×", f"{processor:.2f} ×", said)
