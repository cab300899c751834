"""The reader of rules, node by node, and the ranking of calls."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from roadstead.core.conditions import steps_after_ranking, steps_before_ranking
from roadstead.core.facts import CallFacts, berth_path, call_facts, doubtful_before, rank, tied_with
from roadstead.core.notice import Berth, Call
from roadstead.core.rules import (
    AllOf,
    AnyOf,
    AtMost,
    Holds,
    In,
    InTable,
    Not,
    NotAfter,
    Possible,
    Rule,
    reader,
)
from roadstead.core.truth import NO, UNKNOWN, YES, Truth
from tests.core.strategies import BOOK

ETA = datetime(2019, 6, 10, tzinfo=UTC)


def read(rule: Rule, tables: Any = None, **fields: Any) -> Truth:
    return reader(rule, tables or {})(SimpleNamespace(**fields))


def fixed(*answers: Truth) -> tuple[Rule, ...]:
    return tuple(Holds(answer.value) for answer in answers)


ANSWERS = {"yes": YES, "no": NO, "unknown": UNKNOWN}


@pytest.mark.parametrize("one", Truth)
@pytest.mark.parametrize("two", Truth)
def test_all_any_and_not_are_kleenes(one: Truth, two: Truth) -> None:
    every = read(AllOf(fixed(one, two)), **ANSWERS)
    assert every is (NO if NO in (one, two) else UNKNOWN if UNKNOWN in (one, two) else YES)
    some = read(AnyOf(fixed(one, two)), **ANSWERS)
    assert some is (YES if YES in (one, two) else UNKNOWN if UNKNOWN in (one, two) else NO)
    turned = AnyOf(tuple(Not(rule) for rule in fixed(one, two)))
    assert read(Not(AllOf(fixed(one, two))), **ANSWERS) is read(turned, **ANSWERS)


def test_all_of_nothing_holds_and_any_of_nothing_does_not() -> None:
    assert read(AllOf(())) is YES
    assert read(AnyOf(())) is NO


@pytest.mark.parametrize(("answer", "possible"), [(YES, YES), (UNKNOWN, YES), (NO, NO)])
def test_what_is_unknown_is_possible(answer: Truth, possible: Truth) -> None:
    assert read(Possible(Holds(answer.value)), **ANSWERS) is possible


@pytest.mark.parametrize(("value", "answer"), [("a", YES), ("b", UNKNOWN), ("c", NO), (None, UNKNOWN)])
def test_a_value_is_in_a_set_or_in_doubt_or_neither(value: str | None, answer: Truth) -> None:
    assert read(In("x", frozenset("a"), doubtful=frozenset("b")), x=value) is answer


@pytest.mark.parametrize(("hours", "answer"), [(-1, YES), (0, YES), (1, NO)])
def test_a_moment_is_not_after_another(hours: int, answer: Truth) -> None:
    assert read(NotAfter("a", "b"), a=ETA + timedelta(hours=hours), b=ETA) is answer


@pytest.mark.parametrize(("low", "high", "answer"), [(1, 5, YES), (5, 6, UNKNOWN), (6, 6, NO), (0, 0, YES)])
def test_a_number_between_bounds_is_at_most_a_limit(low: int, high: int, answer: Truth) -> None:
    assert read(AtMost("low", "high", 5), low=low, high=high) is answer


def test_a_table_is_asked_with_the_fields_in_their_order() -> None:
    tables = {"one": lambda a: YES if a == 1 else NO, "two": lambda a, b: UNKNOWN if (a, b) == (1, 2) else NO}
    assert read(InTable("one", ("a",)), tables, a=1) is YES
    assert read(InTable("two", ("a", "b")), tables, a=1, b=2) is UNKNOWN
    assert read(InTable("two", ("b", "a")), tables, a=1, b=2) is NO


def test_a_table_that_is_not_there_is_refused_before_any_call_is_read() -> None:
    with pytest.raises(KeyError):
        reader(InTable("listed", ("country",)), {})


@dataclass(frozen=True)
class Between:
    """A node that this reader has never seen."""

    low: int = 0


@pytest.mark.parametrize("alien", [Between(), None, "yes", Between])
@pytest.mark.parametrize("wrap", [lambda r: r, Not, Possible, lambda r: AllOf((r,)), lambda r: AnyOf((Holds("x"), r))])
def test_a_node_that_is_no_rule_is_refused_however_deep(alien: Any, wrap: Any) -> None:
    with pytest.raises(TypeError, match="no rule"):
        reader(wrap(alien), {})


def test_the_one_judgement_names_its_steps_in_order_and_only_what_was_judged_before() -> None:
    before, after = steps_before_ranking(BOOK.policy), steps_after_ranking(BOOK.policy)
    assert [name for name, _ in before] == ["is_call", "takes_place"]
    assert [name for name, _ in after] == [
        "counted",
        "listed",
        "listed_at_visit",
        "excepted",
        "caught_on_arrival",
        "caught_on_visit",
    ]
    judged: set[str] = set()
    for name, rule in (*before, *after):
        assert names_used(rule) <= judged
        judged.add(name)


def names_used(rule: Any) -> set[str]:
    if isinstance(rule, Holds):
        return {rule.step}
    parts = rule.rules if isinstance(rule, AllOf | AnyOf) else (rule.rule,) if isinstance(rule, Not | Possible) else ()
    return {name for part in parts for name in names_used(part)}


def ranked(*stops: tuple[int, Truth, Truth]) -> list[tuple[int, int]]:
    """(days before arrival, is it a call, does it take a place) in; (best, worst) place of each out."""
    calls = [Call("SG", ETA - timedelta(days)) for days, _, _ in stops]
    facts = call_facts(calls, ETA)
    for entry in facts:
        _, entry.is_call, entry.takes_place = stops[entry.index]
    rank(facts)
    return [(entry.slot_low, entry.slot_high) for entry in sorted(facts, key=lambda entry: entry.index)]


def test_sure_calls_have_one_place_each() -> None:
    assert ranked((3, YES, YES), (1, YES, YES), (2, YES, YES)) == [(3, 3), (1, 1), (2, 2)]


def test_a_stop_that_takes_no_place_has_none_and_moves_none() -> None:
    assert ranked((3, YES, YES), (2, YES, NO), (1, YES, YES)) == [(2, 2), (0, 0), (1, 1)]


def test_a_doubtful_stop_moves_those_before_it_in_the_worst_case_only() -> None:
    assert ranked((3, YES, YES), (2, UNKNOWN, YES), (1, YES, YES)) == [(2, 3), (2, 2), (1, 1)]


def test_calls_that_departed_together_share_their_places() -> None:
    assert ranked((2, YES, YES), (1, YES, YES), (1, YES, YES), (1, YES, YES)) == [(4, 4), (1, 3), (1, 3), (1, 3)]


def test_doubt_and_ties_add_up() -> None:
    assert ranked((2, YES, YES), (2, UNKNOWN, YES), (1, UNKNOWN, YES)) == [(1, 3), (1, 3), (1, 1)]


def facts_of(*calls: Call) -> list[CallFacts]:
    facts = call_facts(calls, ETA)
    for entry in facts:
        entry.is_call, entry.takes_place = (UNKNOWN if entry.purpose == "anchorage" else YES), YES
    return sorted(facts, key=lambda entry: entry.index)


def test_who_may_stand_before_a_call_is_found() -> None:
    old, same, doubtful, sure = facts_of(
        Call("SG", ETA - timedelta(9)),
        Call("ZA", ETA - timedelta(9)),
        Call("SG", ETA - timedelta(5), purpose="anchorage"),
        Call("SG", ETA - timedelta(1)),
    )
    everyone = [sure, doubtful, same, old]
    assert doubtful_before(old, everyone) == [doubtful]
    assert doubtful_before(doubtful, everyone) == []
    assert tied_with(old, everyone) == [same]
    assert tied_with(sure, everyone) == []


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (Call("DJ", ETA), "calls[0].facility"),
        (Call("DJ", ETA, berths=(Berth(),), berths_listed=1), "calls[0].berths[0].facility"),
        (Call("DJ", ETA, berths=(Berth(), Berth())), "calls[0].berths[0].facility"),
    ],
)
def test_a_berth_is_asked_for_where_the_notice_keeps_it(call: Call, path: str) -> None:
    assert berth_path(facts_of(call)[0], 0) == path


def test_days_are_utc_days_of_the_instants_given() -> None:
    entry = facts_of(Call("DJ", datetime(2019, 5, 29, 23, 59, tzinfo=UTC)))[0]
    assert (entry.departed_day, entry.arrival_day) == (date(2019, 5, 29), date(2019, 6, 10))
