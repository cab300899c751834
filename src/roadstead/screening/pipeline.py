"""From calls to verdicts: the steps of `judging`, laid end to end for one part of the voyages.

What is small or used twice is put down once (`Engine.keep`); everything else stays one expression.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from roadstead.screening import berths, tables
from roadstead.screening.compile import negated
from roadstead.screening.engines import Engine
from roadstead.screening.judging import Judgement
from roadstead.screening.voyages import MEASURES

PLACED_BY = ("arrival_at", "departed_at", "country", "port", "purpose")
TOLD = ("arrival_port", "vessel_type")  # of the voyage; the summary counts by them
_NEEDED = ("voyage_id", "call_no", "country", "port", "facility", *MEASURES, *TOLD)
_MADE = ("eta", "departed", "arrival_day", "departed_day", "is_call", "takes_place", "slot_low", "slot_high")
_STOOD = ("exceptions", "listed_code", "visit_open", "visit_listed", "asks", "by_port", "in_part")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Voyages to screen. calls: the voyage table, typed and checked.

    heads: one row per voyage (voyage_id, arrival_at), None where it must be read off the calls. ranked: calls carry
    slot_low and slot_high, made with the very rules that are now asked.
    """

    calls: ir.Table
    heads: ir.Table | None = None
    ranked: bool = False


class Pipeline:
    """One judgement on one engine."""

    def __init__(self, judgement: Judgement, engine: Engine) -> None:
        self.judgement = judgement
        self.engine = engine
        self.standings = engine.table(judgement.standings)
        days, consequences = tables.wordings(judgement.timeline)
        self._made_heads: dict[Source, ir.Table] = {}
        self.wordings, self.consequences = engine.words(days), engine.words(consequences)

    def judged(self, source: Source, *, every: bool = False) -> ir.Table:
        """The calls of listed countries with every step; with `every`, all calls."""
        judgement = self.judgement
        calls = source.calls if every else judgement.of_listed_countries(source.calls)
        placed = judgement.placed(calls)
        listed = (
            judgement.beside_list(placed, self.standings) if every else judgement.listed_calls(placed, self.standings)
        )
        if not source.ranked:
            listed = self._ranked(source, self.engine.keep(_only(listed)))
        keyed = self.engine.keep(_only(berths.with_key(listed), "key_port", "key_facility"))
        combinations = self.engine.fetch(berths.asked(keyed))
        answers = self.engine.table(tables.berths(judgement.timeline, combinations))
        return judgement.judged(berths.beside(keyed, answers))

    def _ranked(self, source: Source, listed: ir.Table) -> ir.Table:
        """Listed calls with their places. A voyage of no more calls than are looked at needs no ranking."""
        limit, heads = self.judgement.policy.last_calls, self.heads(source)
        long = self.engine.keep(heads.filter(heads.calls > limit).select("voyage_id").semi_join(listed, "voyage_id"))
        if not self.engine.fetch(long.limit(1)).num_rows:
            return listed.mutate(slot_low=ibis.literal(1, "int32"), slot_high=ibis.literal(limit, "int32"))
        # Kept, so that nothing is worked out for calls of the many other voyages.
        rows = self.engine.keep(source.calls.select("voyage_id", *PLACED_BY).semi_join(long, "voyage_id"))
        placed = self.judgement.placed(rows)
        concerned = placed.filter(placed.takes_place.fill_null(True))
        ranks = self.judgement.ranks(concerned.select("voyage_id", "departed", "is_call"))
        same = [listed.voyage_id == ranks.rank_voyage, listed.departed == ranks.rank_departed]
        found = listed.left_join(ranks, same)
        return found.mutate(slot_low=found.slot_low.fill_null(1), slot_high=found.slot_high.fill_null(limit))

    def heads(self, source: Source) -> ir.Table:
        """One row for each voyage."""
        if source not in self._made_heads:
            made = source.heads if source.heads is not None else self.engine.keep(heads_of(source.calls))
            self._made_heads = {source: made}
        return self._made_heads[source]

    def verdicts(self, heads: ir.Table, said: ir.Table) -> ir.Table:
        """One row for each voyage: the columns of the contract and both tests.

        The words stand in one small table, a row for each that occurs; voyages carry its number until the end.
        """
        occurring = self.engine.fetch(said.select(*UNTOUCHED).distinct()).to_pylist()
        rows = [UNTOUCHED, *(row for row in occurring if row != UNTOUCHED)]
        words = self.engine.words(_numbered(rows))
        number = said.inner_join(words, list(UNTOUCHED)).select("touched", "number")
        day = self.judgement.covered(heads.arrival_at.date())
        edition = self.wordings.select("on_day", "edition")
        found = heads.left_join(number, heads.voyage_id == number.touched).left_join(edition, day == edition.on_day)
        coded = found.select("voyage_id", "edition", of=found.number.fill_null(0)).view()
        worded = coded.inner_join(words.rename(of="number"), "of")
        return worded.select("voyage_id", *list(UNTOUCHED)[:6], "edition", *list(UNTOUCHED)[6:])

    def said(self, judged: ir.Table) -> ir.Table:
        """What is said of the voyages with a listed call, in words; `touched` is their key."""
        touched = self.judgement.voyages(judged)
        on_day = touched.inner_join(self.wordings, self.judgement.covered(touched.arrival_day) == self.wordings.on_day)
        said = self.consequences
        same = [
            on_day.wording == said.in_wording,
            _code(on_day.voyage_brings) == said.in_brings,
            _code(on_day.voyage_guards_met) == said.in_guards_met,
        ]
        found = on_day.inner_join(said, same)
        return found.select(
            "touched",
            "arrival_day",
            *TOLD,
            "boarding",
            "armed_guards",
            outcome=_outcome(found.voyage_outcome),
            outcome_code=_code(found.voyage_outcome),
            caught_calls=found.caught_calls.cast("int16"),
            unknown_calls=found.unknown_calls.cast("int16"),
            unmet_duties=_duties(found.unmet),
            arrival_in_us=_outcome(found.voyage_on_arrival),
            visit_to_listed_port=_outcome(found.voyage_on_visit),
        )


# What is said of a voyage without any call of a listed country, in the order of the output's columns.
UNTOUCHED = {
    "outcome": "does_not_apply",
    "caught_calls": 0,
    "unknown_calls": 0,
    "unmet_duties": "",
    "boarding": "none",
    "armed_guards": "none",
    "arrival_in_us": "does_not_apply",
    "visit_to_listed_port": "does_not_apply",
}


def _numbered(rows: Sequence[Mapping[str, object]]) -> pa.Table:
    types = {name: pa.string() if isinstance(value, str) else pa.int16() for name, value in UNTOUCHED.items()}
    columns = {name: pa.array([row[name] for row in rows], kind) for name, kind in types.items()}
    return pa.table(columns | {"number": pa.array(range(len(rows)), pa.int16())})


def heads_of(calls: ir.Table) -> ir.Table:
    """One row for each voyage of a table of calls: voyage_id, arrival_at, calls (how many rows), where and what."""
    more = {name: calls[name].arbitrary() for name in TOLD}
    times = {"arrival_at": calls.arrival_at.max(), "first_arrival": calls.arrival_at.min()}
    return calls.group_by("voyage_id").aggregate(**times, calls=ibis._.count(), **more)


def _only(calls: ir.Table, *more: str) -> ir.Table:
    wanted = (*_NEEDED, *_MADE, *_STOOD, "purpose", *more)
    return calls.select([name for name in wanted if name in calls.columns])


def _code(truth: ir.BooleanColumn) -> ir.IntegerColumn:
    return ibis.cases((truth, 2), (negated(truth), 0), else_=1).cast("int8")


def _outcome(truth: ir.BooleanColumn) -> ir.StringColumn:
    return ibis.cases((truth, "applies"), (negated(truth), "does_not_apply"), else_="cannot_tell")


def _duties(bits: ir.IntegerColumn) -> ir.StringColumn:
    """Codes of the duties reported as not met at calls that are or may be caught: “C1 C3”; none: an empty text."""
    words = {n: " ".join(f"C{bit + 1}" for bit in range(5) if n >> bit & 1) for n in range(1, 32)}
    return ibis.cases(*[(bits == n, text) for n, text in words.items()], else_="")
