"""Decisions in one process, JSON in and JSON out, beside floors and beside two general rule engines."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import msgspec
from rich.table import Table

from benchmarks import engines
from benchmarks.measure import Figures, timed
from benchmarks.notices import notices
from roadstead.core.decision import APPLIES, CANNOT_TELL
from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.rulebook import shipped
from roadstead.wire.decision import decide, decide_json
from roadstead.wire.notice import read_notice

KNOWN_AT = date(2026, 11, 22)
FEWER = 300  # notices for the engines, which are slow
GOAL_RATE, GOAL_P99 = 10_000, 500


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    book = shipped()
    bodies = notices(book)
    judge = Judge(Snapshot(book, KNOWN_AT))
    ours = timed(partial(_decide, judge), bodies)
    table.add_section()
    line(table, "Decision: JSON in, decision JSON out", ours, ours)
    line(table, "  floor: the notice read and checked", timed(read_notice, bodies), ours)
    line(table, "  floor: JSON decoding alone (msgspec)", timed(msgspec.json.decode, bodies), ours)
    for name, engine in (("CEL", engines.cel(book)), ("OPA/Rego", engines.rego(book))):
        agreed = _agreement(engine, bodies, judge)
        line(table, f"  {name}: the bare rule, yes or no ({agreed})", timed(engine, bodies[:FEWER]), ours)
    met = "met" if ours.rate >= GOAL_RATE and ours.p99 <= GOAL_P99 else "MISSED"
    table.add_row(f"  goal {met}: {GOAL_RATE:,}/s in one process, p99 under {GOAL_P99} µs")


def line(table: Table, name: str, figures: Figures, base: Figures) -> None:
    """One line: a name, its figures, and its rate as a share of the base's."""
    ratio = figures.rate / base.rate
    shown = f"{ratio:,.2f} ×" if ratio < 10 else f"{ratio:,.0f} ×"
    table.add_row(name, f"{figures.rate:,.0f}", f"{figures.p50:,.0f}", f"{figures.p99:,.0f}", shown)


def _decide(judge: Judge, body: bytes) -> bytes:
    return decide_json(body, judge)


def _agreement(engine: Callable[[bytes], bool], bodies: Sequence[bytes], judge: Judge) -> str:
    """How often an engine gives our answer, where ours is certain. Raises ValueError where they differ."""
    certain = [(body, outcome) for body in bodies if (outcome := decide(body, judge).outcome) != CANNOT_TELL]
    agreed = sum(engine(body) == (outcome == APPLIES) for body, outcome in certain)
    if agreed != len(certain):
        raise ValueError(f"the engine agrees on {agreed} of {len(certain)} notices: the rules are not the same")
    return f"agrees on all {agreed:,} certain ones of {len(bodies):,}"
