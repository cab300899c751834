"""Batch screening from end to end: voyages in, one row per voyage out, a summary."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow.parquet as pq

from roadstead.core.advisory import RuleBook
from roadstead.screening import checks, explain, layout, output, sources, summary
from roadstead.screening.atomic import together
from roadstead.screening.drafts import Draft, applied
from roadstead.screening.engines import Engine
from roadstead.screening.judging import Judgement
from roadstead.screening.parts import Part, parts
from roadstead.screening.pipeline import Pipeline
from roadstead.screening.sources import Input
from roadstead.screening.timeline import Timeline
from roadstead.screening.troubles import told

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to screen and how. known_at: a day; None: each voyage as known on its own day of arrival.

    explain: None, "all" (a row for every call) or "listed" (for calls of listed countries only).
    """

    voyages: str
    output: Path
    book: RuleBook
    known_at: date | None
    draft: Draft = field(default_factory=Draft)
    explain: str | None = None
    zones: Mapping[str, str] = field(default_factory=dict)
    overwrite: bool = False


def screen(order: Order, engine: Engine, progress: Progress = lambda share, what: None) -> summary.Summary:
    """Screen voyages into `order.output`. Raises ScreeningError; nothing is left half-written."""
    reasons = order.explain is not None
    output.check(order.output, order.voyages, explain=reasons, overwrite=order.overwrite)
    with told(), tempfile.TemporaryDirectory(prefix="roadstead-") as scratch, engine.scope():
        found = sources.find(order.voyages, Path(scratch))
        with together(output.places(order.output, explain=reasons), overwrite=order.overwrite) as partials:
            screening = _Screening(order, engine, found, progress)
            said = replace(screening.run(), about=_about(order, engine, found))
            progress(0.9, "writing")
            verdicts, calls = screening.verdicts(), screening.explained()
            output.write(engine, order.output, partials, verdicts, calls, said.about)
        progress(1.0, "done")
    return said


def _about(order: Order, engine: Engine, found: Input) -> Mapping[str, Any]:
    """What the output was made from; the same on every machine."""
    return {
        "schema": "roadstead/verdicts/1",
        "rule_book": order.book.digest,
        "known_at": "arrival" if order.known_at is None else order.known_at.isoformat(),
        "draft": None if order.draft == Draft() else order.draft.as_json(),
        "engine": engine.name,
        "input": {"name": Path(order.voyages).name, "about": dict(found.about)},
    }


class _Screening:
    def __init__(self, order: Order, engine: Engine, found: Input, progress: Progress) -> None:
        self.order, self.engine, self.found, self.progress = order, engine, found, progress
        book = applied(order.book, order.draft)
        self.judgement = Judgement(Timeline(book, order.known_at))
        self.pipeline = Pipeline(self.judgement, engine)
        self.counting = summary.Counting(order.zones)
        self.heads: list[ir.Table] = []
        self.said: list[ir.Table] = []
        self.calls: list[ir.Table] = []

    def run(self) -> summary.Summary:
        done = 0.0
        if self.found.layout is not None:
            totals = pq.read_table(self.found.layout.totals).to_pylist()
            self.counting.voyages(totals, outcome="does_not_apply")
        for part in parts(self.found, self.engine, self.judgement.policy, self.judgement.countries):
            self.progress(done * 0.9, "judging")
            self._part(part)
            done += part.share
        return self.counting.summary()

    def _part(self, part: Part) -> None:
        source = part.source
        before = self.engine.mark()
        if not source.ranked:
            checks.refuse_bad(source.calls, self.found.path, self.engine)
        heads = self.pipeline.heads(source)
        if source.heads is None:
            checks.refuse_split_arrivals(heads, self.found.path, self.engine)
        judged = self.pipeline.judged(source)
        said = self.engine.keep(self.pipeline.said(judged))
        self._count(judged, said)
        if self.found.layout is None:
            totals = self.engine.fetch(summary.totals_of(heads)).to_pylist()
            self.counting.voyages(totals, outcome="does_not_apply")
        slim = heads.select("voyage_id", "arrival_at")
        self.heads.append(slim if source.heads is not None else self.engine.keep(slim))
        self.said.append(said)
        if self.order.explain == "listed":
            self.calls.append(explain.explained(judged))
        elif self.order.explain == "all":
            self.calls.append(explain.explained(self.pipeline.judged(source, every=True)))

        else:
            self.engine.forget(before, (self.heads[-1], said))

    def _count(self, judged: ir.Table, said: ir.Table) -> None:
        counting, fetch = self.counting, self.engine.fetch
        counting.calls(fetch(summary.by_country(judged)).to_pylist())
        touched = fetch(summary.touched(said)).to_pylist()
        counting.voyages(touched)
        counting.voyages(touched, outcome="does_not_apply", sign=-1)

    def verdicts(self) -> ir.Table:
        return self.pipeline.verdicts(_together(self.heads), _together(self.said))

    def explained(self) -> ir.Table | None:
        return _together(self.calls) if self.calls else None


def _together(tables: list[ir.Table]) -> ir.Table:
    return tables[0] if len(tables) == 1 else ibis.union(*tables, distinct=False)


def is_layout(place: Path) -> bool:
    """Whether a place is a folder in the project's own layout."""
    return place.is_dir() and layout.read(place) is not None
