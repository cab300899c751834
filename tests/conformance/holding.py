"""The judge and an engine on the same voyages: both answers in one shape, to be held beside each other."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from roadstead.core.advisory import RuleBook
from roadstead.core.judge import Judge
from roadstead.core.notice import Notice
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.screening import bridge, explain
from roadstead.screening.engines import Engine
from roadstead.screening.judging import Judgement
from roadstead.screening.parts import typed
from roadstead.screening.pipeline import Pipeline, Source
from roadstead.screening.timeline import Timeline
from roadstead.screening.voyages import SCHEMA

Row = dict[str, Any]
CALL = ("counted", "listed", "excepted", "caught", "caught_by_visit")


def by_judge(rows: Sequence[Row], book: RuleBook, known_at: date | None) -> tuple[dict[Any, Row], list[Row]]:
    """Verdicts by voyage, and the answers for every call in a fixed order."""
    judge_on = cache(lambda day: Judge(Snapshot(book, day)))
    verdicts, calls = {}, []
    for voyage, notice in bridge.notices(rows).items():
        day = known_at or notice.eta.date()
        verdicts[voyage], said = _decided(notice, judge_on(day))
        calls += [{"voyage_id": voyage} | call for call in said]
    return verdicts, _in_order(calls)


def _decided(notice: Notice, judge: Judge) -> tuple[Row, list[Row]]:
    decision = judge.decide(notice)
    catching = [call for call in decision.calls if call.caught is not NO]
    edition = decision.edition
    verdict = {
        "outcome": decision.outcome,
        "caught_calls": sum(call.caught is YES for call in decision.calls),
        "unknown_calls": sum(call.caught is UNKNOWN for call in decision.calls),
        "unmet_duties": " ".join(sorted({duty.code for call in catching for duty in call.duties if duty.met is NO})),
        "boarding": str(decision.in_us_port.boarding),
        "armed_guards": str(decision.in_us_port.armed_guards),
        "edition": (edition.psa or edition.id) if edition else "",
        "arrival_in_us": decision.tests.arrival_in_us,
        "visit_to_listed_port": decision.tests.visit_to_listed_port,
    }
    return verdict, [{name: str(getattr(call, name)) for name in CALL} | _which(call) for call in decision.calls]


def _which(call: Any) -> Row:
    return {"country": call.country, "port": call.port, "departed_at": call.departed}


def by_engine(
    rows: Sequence[Row], book: RuleBook, known_at: date | None, engine: Engine
) -> tuple[dict[Any, Row], list[Row]]:
    """The same from an engine: verdicts through the pruned path, calls through the one that looks at all."""
    with engine.scope():
        pipeline = Pipeline(Judgement(Timeline(book, known_at)), engine)
        source = Source(typed(engine.utc(engine.table(pa.Table.from_pylist(list(rows), SCHEMA)))))
        said = engine.keep(pipeline.said(pipeline.judged(source)))
        verdicts = engine.fetch(pipeline.verdicts(pipeline.heads(source), said)).to_pylist()
        calls = engine.fetch(explain.explained(pipeline.judged(source, every=True))).to_pylist()
    kept = ("voyage_id", "country", "port", "departed_at", *CALL)
    return {row.pop("voyage_id"): row for row in verdicts}, _in_order(
        [{name: row[name] for name in kept} for row in calls]
    )


def _in_order(calls: list[Row]) -> list[Row]:
    return sorted(calls, key=lambda call: repr(sorted(call.items())))


def same(rows: Sequence[Row], book: RuleBook, known_at: date | None, engine: Engine) -> None:
    """Fails where the engine says anything else than the judge, and shows the first voyage that differs."""
    expected, expected_calls = by_judge(rows, book, known_at)
    found, found_calls = by_engine(rows, book, known_at, engine)
    for voyage, verdict in expected.items():
        mine = [row for row in rows if row["voyage_id"] == voyage]
        assert found.get(voyage) == verdict, f"known at {known_at or 'arrival'}: {mine}"
    assert found.keys() == expected.keys()
    for judged, screened in zip(expected_calls, found_calls, strict=True):
        assert screened == judged


Check = Callable[[Sequence[Row], RuleBook, date | None, Engine], None]
Known = Mapping[str, date | None]
