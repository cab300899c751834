"""How time and memory grow with the voyages: each screening in a process of its own."""

from collections.abc import Callable
from pathlib import Path

from rich.table import Table

from benchmarks.screening_data import Data, prepared
from benchmarks.screening_rounds import Child, alone

MOST_TIME, MOST_MEMORY = 1.2, 1.5e9


def add_growth(table: Table, data: Data, larger: int, place: Path) -> None:
    """Each in a process of its own, whose memory is its own: this many voyages, and more of them."""
    more = prepared(larger)
    table.add_section()
    pick: tuple[tuple[str, Callable[[Data], Path]], ...] = (
        ("plain file", lambda one: one.plain),
        ("own layout", lambda one: one.folder),
    )
    for name, of in pick:
        few, many = (alone("benchmarks.screening_runs", of(one), place / "child.parquet") for one in (data, more))
        _add_child(table, f"Own process, {name}, {data.voyages:,}", few, data.voyages, few, data.voyages)
        _add_child(table, f"Own process, {name}, {larger:,}", many, larger, few, data.voyages)


def _add_child(table: Table, name: str, child: Child, voyages: int, base: Child, its: int) -> None:
    clock = child.clock / voyages / (base.clock / its)
    processor = child.processor / voyages / (base.processor / its)
    time, memory = ("met" if held else "MISSED" for held in (clock <= MOST_TIME, child.memory <= MOST_MEMORY))
    said = f"{MOST_TIME} × {time}; {child.memory / 1e9:.2f} GB {memory}"
    cells = (f"{child.clock:,.1f}", f"{child.processor:,.1f}", f"{voyages / child.clock:,.0f}")
    table.add_row(name, *cells, "a voyage", f"{clock:.2f} ×", f"{processor:.2f} ×", said)
