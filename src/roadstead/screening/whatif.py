"""What a draft would change: only the voyages that call at a changed country are judged, before and after."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
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
from roadstead.screening.pipeline import TOLD, Pipeline, Source
from roadstead.screening.summary import NO_ZONE
from roadstead.screening.timeline import Timeline
from roadstead.screening.voyages import MEASURES

MOST_AT_SEA = 200  # rows shown; all are counted
NOT_GIVEN = "not given"
_OF_SHIP = ("vessel", "vessel_type", "flag", "operator")
_OF_VOYAGE = ("arrival_at", "arrival_port", *_OF_SHIP)
_TO_JUDGE = (
    *("voyage_id", "arrival_at", "call_no", "country", "port", "facility", "departed_at", "purpose"),
    *(*MEASURES, "slot_low", "slot_high"),
)
_OF_VISIT = ("voyage_id", "country", "port", "facility")
# Outcomes stand as codes until they are shown: long words in a million rows cost more than all else.
OUTCOMES = ("does_not_apply", "cannot_tell", "applies")
NO, UNKNOWN, YES = range(3)
_CHANGES = ("newly_caught", "no_longer", "newly_unknown", "newly_settled")


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


class _Comparison:
    def __init__(self, found: layout.Layout, engine: DuckDB, book: RuleBook, known_at: date, draft: Draft) -> None:
        self.found, self.engine, self.draft = found, engine, draft
        self.changed = draft.countries
        self.before = Judgement(Timeline(book, known_at))
        self.after = Judgement(Timeline(applied(book, draft), known_at))
        self._pipelines: dict[Judgement, Pipeline] = {}
        self.heads = engine.read([found.heads(part) for part in range(found.parts)])
        self.there = engine.keep(self._calls(self.changed).select(*_OF_VISIT, *_OF_VOYAGE))
        told = {name: self.there[name].arbitrary() for name in _OF_VOYAGE}
        self.concerned = engine.keep(self.there.group_by("voyage_id").aggregate(**told, visits=ibis._.count()))
        # Read once for both sides: of all calls in listed countries only those of these voyages stay.
        listed = self._calls(sorted({*self.before.countries, *self.after.countries}))
        self.calls = engine.keep(listed.semi_join(self.concerned, "voyage_id").select(*_TO_JUDGE))

    def impact(self, zones: Mapping[str, str], started: float) -> Impact:
        after = self.engine.keep(self._judged(self.after))
        voyages = self._beside(self._said(self.before, self._judged(self.before)), self._said(self.after, after))
        tally = _Tallies(self.engine, voyages, self.there)
        at_sea, in_all = self._at_sea(voyages)
        return Impact(
            arrivals=self.found.voyages,
            period=self._period(),
            concerned=sum(row["voyages"] for row in tally.pairs),
            outcomes=tally.counted("before", "after"),
            ships=tally.ships(),
            calls_without_terminal=self._without_terminal(after),
            consequences=tally.counted("boarding", "armed_guards", newly=True),
            months=tuple(sorted(tally.by["month"], key=lambda entry: entry.key)),
            zones=_zoned(tally.by["arrival_port"], zones),
            arrival_ports=tally.by["arrival_port"],
            countries=tally.by["country"],
            ports=tally.by["port"],
            vessel_types=tally.by["vessel_type"],
            flags=tally.by["flag"],
            operators=tally.by["operator"],
            at_sea=at_sea,
            at_sea_in_all=in_all,
            seconds=round(perf_counter() - started, 3),
        )

    def _calls(self, countries: Sequence[str]) -> ir.Table:
        self.found.check(countries)
        files = [file for part in range(self.found.parts) for file in self.found.calls_of(countries, part)]
        if not files:
            files = self.found.all_calls()[:1]
            return typed(self.engine.read(files, hive=True), ranked=True).limit(0)
        return typed(self.engine.read(files, hive=True), ranked=True)

    def _judged(self, judgement: Judgement) -> ir.Table:
        """The calls of one side, with every step."""
        told = {name: ibis.null("string") for name in TOLD}  # `concerned` has what voyages are counted by
        return self._pipeline(judgement).judged(Source(self.calls.mutate(**told), self.heads, ranked=True))

    def _said(self, judgement: Judgement, judged: ir.Table) -> ir.Table:
        """What one side says of each voyage."""
        return self._pipeline(judgement).said(judged)

    def _pipeline(self, judgement: Judgement) -> Pipeline:
        if judgement not in self._pipelines:
            self._pipelines[judgement] = Pipeline(judgement, self.engine)
        return self._pipelines[judgement]

    def _beside(self, before: ir.Table, after: ir.Table) -> ir.Table:
        """One row per concerned voyage: before, after, and what would await it."""
        then = before.select(before_key="touched", before="outcome_code")
        now = after.select("boarding", "armed_guards", after_key="touched", after="outcome_code")
        voyages = self.concerned
        joined = voyages.left_join(then, voyages.voyage_id == then.before_key)
        joined = joined.left_join(now, joined.voyage_id == now.after_key)
        outcomes = {name: joined[name].fill_null(NO) for name in ("before", "after")}
        return self.engine.keep(joined.select(*voyages.columns, "boarding", "armed_guards", **outcomes))

    def _period(self) -> tuple[date, date] | None:
        first, last = (self.found.about.get(name) for name in ("first_arrival", "last_arrival"))
        return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None

    def _without_terminal(self, calls: ir.Table) -> int:
        place = calls.excepted.isnull() | (calls.listed.isnull() & calls.in_part)
        open_ = calls.caught.isnull() & place & calls.facility.isnull()
        return int(
            self.engine.fetch(calls.filter(open_ & calls.country.isin(self.changed)).count().as_table())[0][0].as_py()
        )

    def _at_sea(self, voyages: ir.Table) -> tuple[tuple[AtSea, ...], int]:
        first = self.draft.first_day
        if first is None:
            return (), 0
        midnight = ibis.literal(datetime.combine(first, time()))
        caught = voyages.filter(voyages.arrival_at >= midnight, (voyages.after == YES) & (voyages.before != YES))
        left = self.heads.filter(self.heads.last_departed_at < midnight, self.heads.arrival_at >= midnight)
        sailing = caught.inner_join(left.select("voyage_id", "last_departed_at", "last_port"), "voyage_id")
        rows = self.engine.fetch(sailing.order_by("arrival_at", "voyage_id")).to_pylist()
        return tuple(_ship(row) for row in rows[:MOST_AT_SEA]), len(rows)


def _ship(row: Mapping[str, Any]) -> AtSea:
    return AtSea(
        voyage_id=str(row["voyage_id"]),
        last_port=row["last_port"],
        departed_at=row["last_departed_at"].replace(tzinfo=UTC),
        arrival_port=row["arrival_port"],
        arrival_at=row["arrival_at"].replace(tzinfo=UTC),
        before=OUTCOMES[row["before"]],
        after=OUTCOMES[row["after"]],
        **{name: row[name] for name in _OF_SHIP},
    )


# Counts, not rules: one pass over the voyages that were judged twice, grouped in every way asked for.
_COUNTS = f"""
    count(*) AS voyages,
    count(*) FILTER (after = {YES} AND before <> {YES}) AS newly_caught,
    count(*) FILTER (after = {NO} AND before = {YES}) AS no_longer,
    count(*) FILTER (after = {UNKNOWN} AND before <> {UNKNOWN}) AS newly_unknown,
    count(*) FILTER (after = {NO} AND before = {UNKNOWN}) AS newly_settled
"""
_KEYS = ("month", "arrival_port", "vessel_type", "flag", "operator")
_BY_KEY = f"""
    SELECT grouping({", ".join(_KEYS)}) AS which, {", ".join(_KEYS)}, {_COUNTS}
    FROM (SELECT *, strftime(arrival_at, '%Y-%m') AS month FROM voyages)
    GROUP BY GROUPING SETS ({", ".join(f"({key})" for key in _KEYS)})
"""  # noqa: S608 - made of our own words alone, here and below
# A voyage counts once for each country and once for each port, however often it called there. Most call once; only
# the others need to be sought for repetitions.
_BY_VISIT = f"""
    SELECT which, country, port, {_COUNTS}
    FROM (
        SELECT DISTINCT voyage_id, before, after, 1 AS which, country, NULL AS port FROM several
        UNION ALL SELECT DISTINCT voyage_id, before, after, 2, NULL, port FROM several
        UNION ALL SELECT NULL, before, after, 1, country, NULL FROM single
        UNION ALL SELECT NULL, before, after, 2, NULL, port FROM single
    )
    GROUP BY which, country, port
"""  # noqa: S608
_VISITS = """
    visited AS (
        SELECT voyage_id, visits, before, after, country, coalesce(port, country) AS port
        FROM there JOIN voyages USING (voyage_id)
    ),
    single AS (FROM visited WHERE visits = 1),
    several AS (FROM visited WHERE visits > 1)
"""
_PAIRS = """
    SELECT * REPLACE (coalesce(boarding, 'none') AS boarding, coalesce(armed_guards, 'none') AS armed_guards)
    FROM (SELECT before, after, boarding, armed_guards, count(*) AS voyages FROM voyages GROUP BY ALL)
"""
_SHIPS = """
    SELECT count(vessel) AS named, count(DISTINCT vessel) FILTER (before <> after) AS ships, FROM voyages
"""


class _Tallies:
    """Counts over the voyages that were judged twice. there: their calls in changed countries."""

    def __init__(self, engine: DuckDB, voyages: ir.Table, there: ir.Table) -> None:
        self.engine = engine
        self.names = {"voyages": voyages.get_name(), "there": there.get_name()}
        self.by = self._tallied(_BY_KEY, _KEYS) | self._tallied(_BY_VISIT, ("country", "port"))
        self.pairs = [row | {side: OUTCOMES[row[side]] for side in ("before", "after")} for row in self._rows(_PAIRS)]

    def _rows(self, query: str) -> list[dict[str, Any]]:
        views = ", ".join(f"{name} AS (FROM {table})" for name, table in self.names.items())
        rows: list[dict[str, Any]] = self.engine.sql(f"WITH {views}, {_VISITS} {query}").to_pylist()
        return rows

    def _tallied(self, query: str, keys: Sequence[str]) -> dict[str, tuple[Tally, ...]]:
        """Tallies by each key, the largest first."""
        found: dict[str, list[Tally]] = {key: [] for key in keys}
        for row in self._rows(query):
            grouped = next(key for bit, key in enumerate(reversed(keys)) if not row["which"] >> bit & 1)
            numbers = {name: row[name] for name in ("voyages", *_CHANGES)}
            found[grouped].append(Tally(row[grouped] or NOT_GIVEN, **numbers))
        return {key: tuple(sorted(tallies, key=_rank)) for key, tallies in found.items()}

    def counted(self, *names: str, newly: bool = False) -> tuple[tuple[str, str, int], ...]:
        """How many voyages have each pair of two columns; with `newly`, of those newly caught."""
        sums: Counter[tuple[str, str]] = Counter()
        for row in self.pairs:
            if not newly or (row["after"] == "applies" and row["before"] != "applies"):
                sums[row[names[0]], row[names[1]]] += row["voyages"]
        return tuple((first, second, count) for (first, second), count in sums.most_common())

    def ships(self) -> int | None:
        """Distinct vessels among voyages whose answer changes; None where no voyage names its vessel."""
        row = self._rows(_SHIPS)[0]
        return int(row["ships"]) if row["named"] else None


def _rank(tally: Tally) -> tuple[int, int, str]:
    return (-_moved(tally), -tally.voyages, tally.key)


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
