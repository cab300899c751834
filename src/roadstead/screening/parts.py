"""Inputs cut into parts of whole voyages, so that memory stays bounded and progress shows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from roadstead.core.advisory import Policy
from roadstead.screening.engines import Engine
from roadstead.screening.pipeline import Source
from roadstead.screening.sources import Input
from roadstead.screening.voyages import COLUMNS, SCHEMA, VESSEL

MOST_ROWS = 15_000_000  # calls judged at once; the voyages of more would not fit in memory
MOST_VOYAGES = 10_000_000  # of the project's own layout, where few of the calls are read
Cut = Callable[[ir.Value], ir.BooleanValue]


@dataclass(frozen=True, slots=True)
class Part:
    """Whole voyages. source: what to judge; share: of all, from 0 to 1."""

    source: Source
    share: float


def parts(found: Input, engine: Engine, policy: Policy, countries: Sequence[str]) -> Iterator[Part]:
    """The input in parts. countries: those whose calls may matter; others need not be read where places are known."""
    if found.layout is not None and found.layout.ranked(policy):
        yield from _of_layout(found, engine, countries)
    else:
        # Spark cuts its work itself.
        yield from plain_parts(found, engine, MOST_ROWS if engine.name == "duckdb" else found.rows)


def plain_parts(found: Input, engine: Engine, most_rows: int) -> Iterator[Part]:
    """Parts of about `most_rows` calls, whatever is known of their places."""
    calls = typed(engine.read(found.files, hive=found.hive), empty=_empty_columns(found))
    cuts = _cuts(found, most_rows)
    for cut in cuts:
        chosen = calls if len(cuts) == 1 else calls.filter(cut(calls.voyage_id))
        yield Part(Source(chosen), 1 / len(cuts))


def _of_layout(found: Input, engine: Engine, countries: Sequence[str]) -> Iterator[Part]:
    layout = found.layout
    assert layout is not None
    layout.check(countries)
    together = max(1, MOST_VOYAGES * layout.parts // max(layout.voyages, 1))
    for first in range(0, layout.parts, together):
        numbers = range(first, min(first + together, layout.parts))
        files = [file for number in numbers for file in layout.calls_of(countries, number)]
        heads = engine.read([layout.heads(number) for number in numbers])
        calls = typed(engine.read(files, hive=True), ranked=True) if files else _none(engine)
        yield Part(Source(calls, heads, ranked=True), len(numbers) / layout.parts)


def _none(engine: Engine) -> ir.Table:
    slots = [pa.field("slot_low", pa.int32()), pa.field("slot_high", pa.int32())]
    schema = pa.schema([*SCHEMA, *slots])
    return typed(engine.utc(engine.table(schema.empty_table())), ranked=True)


def _empty_columns(found: Input) -> frozenset[str]:
    """Columns that say they hold nothing; engines read them as whatever they like."""
    return frozenset(name for name, kind in found.columns.items() if pa.types.is_null(kind))


def typed(calls: ir.Table, *, ranked: bool = False, empty: frozenset[str] = frozenset()) -> ir.Table:
    """The columns of the contract in order; one that is not there is all null. ranked: keep the places of calls."""
    types = {column.name: ibis.dtype(_ibis_type(column.type)) for column in (*COLUMNS, *VESSEL)}
    made = {}
    for name, wanted in types.items():
        if name not in calls.columns or name in empty:
            made[name] = ibis.null(wanted)
        elif name == "call_no" and calls[name].type() != wanted:
            made[name] = calls[name].cast(wanted)
        else:
            made[name] = calls[name]
    more = ("slot_low", "slot_high") if ranked else ()
    return calls.select(**made, **{name: calls[name] for name in more})


def _ibis_type(kind: pa.DataType) -> str:
    if pa.types.is_timestamp(kind):
        return "timestamp(6)"
    return {"bool": "boolean"}.get(str(kind), str(kind))


def _everything(voyage: ir.Value) -> ir.BooleanValue:
    return ibis.literal(True)


def _cuts(found: Input, most_rows: int) -> list[Cut]:
    """Conditions that cut the calls into parts of about `most_rows`, each voyage whole in one of them."""
    if found.rows <= most_rows:
        return [_everything]
    groups = sorted(_groups(found))
    if any(later[0] < earlier[1] for earlier, later in pairwise(groups)):
        # In no order of voyages: each part is a reading of everything, but memory stays bounded.
        count = -(-found.rows // most_rows)
        return [partial(_in_bucket, number=number, count=count) for number in range(count)]
    highs, rows = [], 0
    for _, high, count in groups:
        rows += count
        if rows >= most_rows:
            highs.append(high)
            rows = 0
    return [partial(_between, low=low, high=high) for low, high in pairwise([None, *highs, None])]


def _in_bucket(voyage: ir.Value, *, number: int, count: int) -> ir.BooleanValue:
    return (voyage.hash() & ((1 << 30) - 1)) % count == number


def _between(voyage: ir.Value, *, low: object, high: object) -> ir.BooleanValue:
    above = ibis.literal(True) if low is None else voyage > low
    return above if high is None else above & (voyage <= high)


def _groups(found: Input) -> Iterator[tuple[Any, Any, int]]:
    """Lowest and highest voyage and the rows of each row group."""
    for file in found.files:
        metadata = pq.read_metadata(Path(file))
        column = metadata.schema.to_arrow_schema().names.index("voyage_id")
        for number in range(metadata.num_row_groups):
            group = metadata.row_group(number)
            statistics = group.column(column).statistics
            if statistics is None or not statistics.has_min_max:
                yield 1, 1, group.num_rows
                yield 0, 2, 0  # nothing is known of their order
            else:
                yield statistics.min, statistics.max, group.num_rows
