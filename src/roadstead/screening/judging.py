"""The judgement as expressions: a table of calls in, the calls that matter with every step, one row per voyage out.

A call of a country that is surely not listed cannot be caught; that is read off the rules themselves, and they
are refused where it does not hold. So only calls of listed countries are judged, and only long voyages are ranked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from roadstead.core.advisory import Policy
from roadstead.core.conditions import (
    DUTIES_ONLY,
    DUTY_FACTS,
    EXCEPTED,
    LISTED,
    LISTED_AT_VISIT,
    VISIT,
    Steps,
    caught_step,
    steps_after_ranking,
    steps_before_ranking,
    steps_of_consequences,
    steps_of_voyage,
)
from roadstead.core.rules import fails_with
from roadstead.screening import tables
from roadstead.screening.compile import UNKNOWN, Answers, Compiler, negated, of_voyage
from roadstead.screening.errors import ScreeningError
from roadstead.screening.timeline import Timeline

MEASURE_OF = dict(
    zip(
        [fact for _, fact in DUTY_FACTS],
        ("security_level_2", "access_points_guarded", "dos_attempted", "logged", "reported"),
        strict=True,
    )
)


@dataclass(frozen=True)
class Judgement:
    """The rules of one policy over one timeline, ready to be put on tables of calls."""

    timeline: Timeline

    def __post_init__(self) -> None:
        _check_pruning(self.policy)
        _check_readable(self.policy)

    @cached_property
    def policy(self) -> Policy:
        return self.timeline.book.policy

    @cached_property
    def days(self) -> tuple[ir.Scalar, ir.Scalar]:
        """The first and the last day that the tables cover, as scalars."""
        first, last = tables.span(self.timeline)
        return ibis.literal(first), ibis.literal(last)

    @cached_property
    def standings(self) -> pa.Table:
        return tables.standings(self.timeline)

    @cached_property
    def countries(self) -> list[str]:
        """Countries that are, or may be, listed on some day."""
        return sorted(set(self.standings.column("at_country").to_pylist()))

    @cached_property
    def steps(self) -> frozenset[str]:
        """The names of all steps of a call."""
        groups = (steps_before_ranking, steps_after_ranking, steps_of_consequences)
        return frozenset(name for group in groups for name, _ in group(self.policy))

    # Calls

    def placed(self, calls: ir.Table) -> ir.Table:
        """Calls with eta, departed, their days, is_call and takes_place (no: it surely takes no place)."""
        return self._with(with_facts(calls), steps_before_ranking(self.policy))

    def ranks(self, placed: ir.Table) -> ir.Table:
        """voyage_id, departed, slot_low, slot_high of placed calls: places are the same for calls that tie."""
        sure = placed.is_call.fill_null(False).cast("int32")
        at = placed.group_by("voyage_id", "departed").aggregate(possible=ibis._.count(), sure=sure.sum())
        later = ibis.window(group_by=at.voyage_id, order_by=at.departed.desc(), preceding=None, following=0)
        return at.select(
            rank_voyage="voyage_id",
            rank_departed="departed",
            slot_low=(at.sure.sum().over(later) - at.sure + 1).cast("int32"),
            slot_high=at.possible.sum().over(later).cast("int32"),
        )

    def of_listed_countries(self, calls: ir.Table) -> ir.Table:
        """Calls of countries that are, or may be, listed on some day."""
        return calls.filter(calls.country.fill_null(calls.port.left(2)).isin(self.countries))

    def listed_calls(self, placed: ir.Table, standings: ir.Table) -> ir.Table:
        """Placed calls of countries that are, or may be, listed on the day of arrival, with how they stand."""
        concerned = placed.filter(placed.takes_place.fill_null(True))
        return concerned.inner_join(standings, self._same(concerned, standings))

    def beside_list(self, placed: ir.Table, standings: ir.Table) -> ir.Table:
        """All calls, each beside how its country stands; nulls where it is surely not listed."""
        return placed.left_join(standings, self._same(placed, standings))

    def _same(self, calls: ir.Table, standings: ir.Table) -> list[ir.BooleanValue]:
        return [calls.country == standings.at_country, self.covered(calls.arrival_day) == standings.at_day]

    def covered(self, day: ir.DateColumn) -> ir.DateColumn:
        """The day, or the first or last of the tables for one before or after them."""
        first, last = self.days
        return ibis.greatest(ibis.least(day, last), first)

    def judged(self, ranked: ir.Table) -> ir.Table:
        """Listed calls, ranked and beside their berths, with every step after ranking and of the consequences."""
        calls = ranked.mutate(listed_=_truth(_there(ranked, "listed_code", "there_code")), at_visit=_at_visit(ranked))
        calls = calls.mutate(excepted_=_truth(calls.excepted_code), duties_only_=_truth(calls.duties_only_code))
        calls = self._with(calls, steps_after_ranking(self.policy))
        calls = self._with(calls, steps_of_consequences(self.policy))
        return calls.mutate(caught=calls[caught_step(self.policy)])

    def _with(self, calls: ir.Table, steps: Steps) -> ir.Table:
        """Calls with more steps, all in one layer: a layer for each would take Ibis longer than the engine."""
        known = {step: calls[step] for step in self.steps if step in calls.columns}
        fields, answers = _fields(calls), _answers(calls)
        made: dict[str, ir.BooleanValue] = {}
        for name, rule in steps:
            made[name] = Compiler(fields, answers, known | made).column(rule)
        return calls.mutate(**made)

    # Voyages

    def voyages(self, judged: ir.Table) -> ir.Table:
        """One row for each voyage with a listed call: its steps, how many calls are caught, which duties are unmet."""
        steps = {name: judged[name] for name in judged.columns}
        catching = judged.caught.fill_null(True)
        unmet = [
            ibis.ifelse(catching & negated(judged[MEASURE_OF[fact]]).fill_null(False), 1 << bit, 0).max()
            for bit, (_, fact) in enumerate(DUTY_FACTS)
        ]
        return judged.group_by(touched="voyage_id").aggregate(
            **{f"voyage_{name}": of_voyage(rule, steps) for name, rule in steps_of_voyage(self.policy)},
            arrival_day=judged.arrival_day.max(),
            arrival_port=judged.arrival_port.arbitrary(),
            vessel_type=judged.vessel_type.arbitrary(),
            caught_calls=judged.caught.fill_null(False).cast("int32").sum(),
            unknown_calls=judged.caught.isnull().cast("int32").sum(),
            unmet=sum(unmet[1:], unmet[0]),
        )


def with_facts(calls: ir.Table) -> ir.Table:
    """The fields that rules name. Times are instants in UTC; days are UTC days."""
    return calls.mutate(
        eta=calls.arrival_at,
        departed=calls.departed_at,
        arrival_day=calls.arrival_at.date(),
        departed_day=calls.departed_at.date(),
        purpose=calls.purpose.fill_null("cargo"),
        country=calls.country.fill_null(calls.port.left(2)),
    )


def _fields(calls: ir.Table) -> Mapping[str, ir.Value]:
    plain = ("country", "purpose", "departed", "eta", "slot_low", "slot_high")
    columns = {name: name for name in plain} | MEASURE_OF
    return {field: calls[column] for field, column in columns.items() if column in calls.columns}


_PLACE = ("country", "arrival_day", "port", "berths")
# Each table that rules may ask: the fields by which it is joined to calls, and the column of its answers.
JOINED = {
    LISTED: (_PLACE, "listed_"),
    LISTED_AT_VISIT: (VISIT, "at_visit"),
    EXCEPTED: (_PLACE, "excepted_"),
    DUTIES_ONLY: (_PLACE, "duties_only_"),
}


def _answers(calls: ir.Table) -> Mapping[str, Answers]:
    return {name: Answers(by, calls[column]) for name, (by, column) in JOINED.items() if column in calls.columns}


def _at_visit(calls: ir.Table) -> ir.BooleanColumn:
    """The answers of the snapshot between its two turning days."""
    listed, open_ = _there(calls, "visit_listed", "there_listed"), _there(calls, "visit_open", "there_open")
    sure, never = calls.departed_day >= listed, calls.departed_day < open_
    return ibis.cases((sure, True), (never, False), else_=UNKNOWN)


def _there(calls: ir.Table, of_country: str, of_place: str) -> ir.Value:
    """What is said of the very place, where the country is listed only in part; else of the country."""
    return calls[of_place].fill_null(calls[of_country])


def _truth(code: ir.IntegerColumn) -> ir.BooleanColumn:
    """A code of a joined table; null (no row: nothing to except) is no."""
    return ibis.cases((code == 2, True), (code == 1, UNKNOWN), else_=False)


def _check_readable(policy: Policy) -> None:
    """Every rule can be compiled: tried on nothing, so that it is refused before any row is read."""
    blank = ibis.table({"text": "string", "time": "timestamp", "place": "int32", "truth": "boolean"}, name="blank")
    texts = dict.fromkeys(("country", "purpose"), blank.text)
    times = dict.fromkeys(("departed", "eta"), blank.time)
    places = dict.fromkeys(("slot_low", "slot_high"), blank.place)
    fields = texts | times | places | dict.fromkeys(MEASURE_OF, blank.truth)
    answers = {name: Answers(by, blank.truth) for name, (by, _) in JOINED.items()}
    steps: dict[str, ir.BooleanValue] = {}
    for group in (steps_before_ranking, steps_after_ranking, steps_of_consequences):
        for name, rule in group(policy):
            steps[name] = Compiler(fields, answers, steps).column(rule)
    for _, of_calls in steps_of_voyage(policy):
        of_voyage(of_calls, steps)


def _check_pruning(policy: Policy) -> None:
    """Every caught step must be no once the call is not listed or takes no place; else calls may not be left out."""
    for needed in (LISTED, "takes_place"):
        closed = {needed}
        for name, rule in steps_after_ranking(policy):
            if any(fails_with(rule, step) for step in closed):
                closed.add(name)
        if not {"caught_on_arrival", "caught_on_visit"} <= closed:
            raise ScreeningError(f"A call can be caught without “{needed}”; batch screening leaves such calls out.")
