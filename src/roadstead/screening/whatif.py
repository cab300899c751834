"""What a draft would change: only the voyages that call at a changed country are judged, before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from time import perf_counter
from typing import Any

import ibis
import ibis.expr.types as ir

from roadstead.core.advisory import RuleBook
from roadstead.screening import layout
from roadstead.screening.drafts import Draft, applied
from roadstead.screening.engines import DuckDB
from roadstead.screening.errors import ScreeningError
from roadstead.screening.impact import AtSea, Impact, Tally
from roadstead.screening.judging import Judgement
from roadstead.screening.parts import typed
from roadstead.screening.pipeline import Pipeline, Source
from roadstead.screening.summary import NO_TYPE, NO_ZONE, month_of
from roadstead.screening.timeline import Timeline

MOST_AT_SEA = 200  # rows shown; all are counted
NOT_GIVEN = "not given"
_OF_SHIP = ("vessel", "vessel_type", "flag", "operator")
_CHANGES = {
    "newly_caught": ("applies", ("does_not_apply", "cannot_tell")),
    "no_longer": ("does_not_apply", ("applies",)),
    "newly_unknown": ("cannot_tell", ("applies", "does_not_apply")),
    "newly_settled": ("does_not_apply", ("cannot_tell",)),
}


def impact(folder: Path, book: RuleBook, known_at: date, draft: Draft, zones: Mapping[str, str]) -> Impact:
    """What a draft would do to the voyages of a folder in the project's own layout.

    zones: the zone of each arrival port. Raises ScreeningError for a folder that is none, and for a draft that
    changes nothing or cannot be (see `drafts.applied`).
    """
    started = perf_counter()
    if draft == Draft():
        raise ScreeningError("The draft is empty; add or remove a country, or add an exception.")
    found = layout.read(folder)
    if found is None or not found.ranked(book.policy):
        raise ScreeningError(
            f"{folder} is no folder of voyages that can be used; make it anew with roadstead generate."
        )
    engine = DuckDB()
    with engine.scope():
        return _Comparison(found, engine, book, known_at, draft).impact(zones, started)


@dataclass(frozen=True, slots=True)
class _Judged:
    """One side: the calls, and the words for each voyage."""

    calls: ir.Table
    said: ir.Table


class _Comparison:
    def __init__(self, found: layout.Layout, engine: DuckDB, book: RuleBook, known_at: date, draft: Draft) -> None:
        self.found, self.engine, self.draft = found, engine, draft
        self.changed = draft.countries
        self.before = Judgement(Timeline(book, known_at))
        self.after = Judgement(Timeline(applied(book, draft), known_at))
        self.heads = engine.read([found.heads(part) for part in range(found.parts)])
        self.there = engine.keep(self._calls(self.changed).select("voyage_id", "country", "port", "facility"))
        self.concerned = engine.keep(self.there.select("voyage_id").distinct())

    def impact(self, zones: Mapping[str, str], started: float) -> Impact:
        after = self._judged(self.after)
        voyages = self._beside(self._judged(self.before), after)
        tally = _Tallies(self.engine, voyages)
        visited = tally.of_visits(self.there)
        at_sea, in_all = self._at_sea(voyages)
        ports = tally.by(voyages.arrival_port)
        return Impact(
            arrivals=self.found.voyages,
            period=self._period(),
            concerned=sum(count for _, _, count in tally.outcomes()),
            outcomes=tally.outcomes(),
            ships=tally.ships(),
            calls_without_terminal=self._without_terminal(after),
            consequences=tally.consequences(),
            months=tuple(sorted(tally.by(month_of(voyages.arrival_at).strftime("%Y-%m")), key=lambda entry: entry.key)),
            zones=_zoned(ports, zones),
            arrival_ports=ports,
            countries=visited("country"),
            ports=visited("port"),
            vessel_types=tally.by(voyages.vessel_type.fill_null(NO_TYPE)),
            flags=tally.by(voyages.flag.fill_null(NOT_GIVEN)),
            operators=tally.by(voyages.operator.fill_null(NOT_GIVEN)),
            at_sea=at_sea,
            at_sea_in_all=in_all,
            seconds=round(perf_counter() - started, 3),
        )

    def _calls(self, countries: Sequence[str]) -> ir.Table:
        files = [file for part in range(self.found.parts) for file in self.found.calls_of(countries, part)]
        if not files:
            files = self.found.all_calls()[:1]
            return typed(self.engine.read(files, hive=True)).limit(0)
        return typed(self.engine.read(files, hive=True))

    def _judged(self, judgement: Judgement) -> _Judged:
        calls = self._calls(judgement.countries).semi_join(self.concerned, "voyage_id")
        pipeline = Pipeline(judgement, self.engine)
        judged = self.engine.keep(pipeline.judged(Source(calls, self.heads, ranked=True)))
        return _Judged(judged, pipeline.said(judged))

    def _beside(self, before: _Judged, after: _Judged) -> ir.Table:
        """One row per concerned voyage: before, after, and what would await it."""
        heads = self.heads.semi_join(self.concerned, "voyage_id")
        for name in _OF_SHIP:
            if name not in heads.columns:
                heads = heads.mutate(**{name: ibis.null("string")})
        then = before.said.select(before_key="touched", before="outcome")
        now = after.said.select("boarding", "armed_guards", after_key="touched", after="outcome")
        joined = heads.left_join(then, heads.voyage_id == then.before_key)
        joined = joined.left_join(now, joined.voyage_id == now.after_key)
        kept = ("voyage_id", "arrival_at", "arrival_port", "last_departed_at", "last_port", *_OF_SHIP)
        outcomes = {name: joined[name].fill_null("does_not_apply") for name in ("before", "after")}
        said = {name: joined[name].fill_null("none") for name in ("boarding", "armed_guards")}
        return self.engine.keep(joined.select(*kept, **outcomes, **said))

    def _period(self) -> tuple[date, date] | None:
        row = self.engine.fetch(self.heads.aggregate(a=ibis._.arrival_at.min(), b=ibis._.arrival_at.max())).to_pylist()[
            0
        ]
        return (row["a"].date(), row["b"].date()) if row["a"] else None

    def _without_terminal(self, after: _Judged) -> int:
        calls = after.calls
        open_ = calls.caught.isnull() & calls.excepted.isnull() & calls.facility.isnull()
        return int(
            self.engine.fetch(calls.filter(open_ & calls.country.isin(self.changed)).count().as_table())[0][0].as_py()
        )

    def _at_sea(self, voyages: ir.Table) -> tuple[tuple[AtSea, ...], int]:
        first = self.draft.first_day
        if first is None:
            return (), 0
        midnight = ibis.literal(datetime.combine(first, time()))
        sailing = voyages.filter(
            (voyages.last_departed_at < midnight) & (voyages.arrival_at >= midnight),
            (voyages.after == "applies") & (voyages.before != "applies"),
        )
        rows = self.engine.fetch(sailing.order_by("arrival_at", "voyage_id")).to_pylist()
        return tuple(_ship(row) for row in rows[:MOST_AT_SEA]), len(rows)


def _ship(row: Mapping[str, Any]) -> AtSea:
    from datetime import UTC

    return AtSea(
        voyage_id=str(row["voyage_id"]),
        last_port=row["last_port"],
        departed_at=row["last_departed_at"].replace(tzinfo=UTC),
        arrival_port=row["arrival_port"],
        arrival_at=row["arrival_at"].replace(tzinfo=UTC),
        before=row["before"],
        after=row["after"],
        **{name: row[name] for name in _OF_SHIP},
    )


class _Tallies:
    """Counts over the voyages that were judged twice."""

    def __init__(self, engine: DuckDB, voyages: ir.Table) -> None:
        self.engine, self.voyages = engine, voyages

    def by(self, key: ir.Value) -> tuple[Tally, ...]:
        """Tallies by an expression over the voyages, the largest first."""
        return self._tallied(self.voyages.mutate(key=key))

    def of_visits(self, there: ir.Table) -> Any:
        """A function that tallies by a column of the calls in changed countries; a voyage counts once for each."""

        def by(column: str) -> tuple[Tally, ...]:
            visits = there.select("voyage_id", key=there[column].fill_null(there.country)).distinct()
            return self._tallied(self.voyages.inner_join(visits, "voyage_id"))

        return by

    def _tallied(self, keyed: ir.Table) -> tuple[Tally, ...]:
        counts = {
            name: ((keyed.after == after) & keyed.before.isin(before)).cast("int64").sum()
            for name, (after, before) in _CHANGES.items()
        }
        rows = self.engine.fetch(keyed.group_by("key").aggregate(voyages=ibis._.count(), **counts)).to_pylist()
        tallies = [Tally(**{**row, "key": row["key"] or NOT_GIVEN}) for row in rows]
        return tuple(sorted(tallies, key=lambda entry: (-_moved(entry), -entry.voyages, entry.key)))

    def outcomes(self) -> tuple[tuple[str, str, int], ...]:
        return self._counted("before", "after")

    def consequences(self) -> tuple[tuple[str, str, int], ...]:
        """What would await the voyages newly caught."""
        newly = self.voyages.filter((self.voyages.after == "applies") & (self.voyages.before != "applies"))
        return self._counted("boarding", "armed_guards", of=newly)

    def _counted(self, *names: str, of: ir.Table | None = None) -> tuple[tuple[str, str, int], ...]:
        table = self.voyages if of is None else of
        rows = self.engine.fetch(table.group_by(*names).aggregate(voyages=ibis._.count())).to_pylist()
        found = [(row[names[0]], row[names[1]], row["voyages"]) for row in rows]
        return tuple(sorted(found, key=lambda entry: (-entry[2], entry)))

    def ships(self) -> int | None:
        """Distinct vessels among voyages whose answer changes; None where no voyage names its vessel."""
        moved = self.voyages.filter(self.voyages.before != self.voyages.after)
        counts = moved.aggregate(ships=moved.vessel.nunique())
        named = self.voyages.aggregate(named=self.voyages.vessel.count())
        if not self.engine.fetch(named).to_pylist()[0]["named"]:
            return None
        return int(self.engine.fetch(counts).to_pylist()[0]["ships"])


def _moved(tally: Tally) -> int:
    return tally.newly_caught + tally.no_longer + tally.newly_unknown + tally.newly_settled


def _zoned(ports: Sequence[Tally], zones: Mapping[str, str]) -> tuple[Tally, ...]:
    """Tallies of arrival ports added up by zone."""
    sums: dict[str, list[int]] = {}
    for entry in ports:
        cell = sums.setdefault(zones.get(entry.key, NO_ZONE), [0] * 5)
        numbers = (entry.voyages, entry.newly_caught, entry.no_longer, entry.newly_unknown, entry.newly_settled)
        cell[:] = [mine + more for mine, more in zip(cell, numbers, strict=True)]
    return tuple(
        sorted((Tally(name, *cell) for name, cell in sums.items()), key=lambda entry: (-_moved(entry), entry.key))
    )
