"""Kleene's three values, and days known only between bounds."""

from datetime import date, timedelta
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.moment import Moment
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction, disjunction, from_bool, negate
from tests.core.strategies import SHORT

AND = {
    (YES, YES): YES,
    (YES, UNKNOWN): UNKNOWN,
    (YES, NO): NO,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, NO): NO,
    (NO, NO): NO,
}
OR = {
    (YES, YES): YES,
    (YES, UNKNOWN): YES,
    (YES, NO): YES,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, NO): UNKNOWN,
    (NO, NO): NO,
}
DAY = date(2019, 5, 30)


def test_the_members_are_the_strings_of_the_contract() -> None:
    assert [str(value) for value in Truth] == ["yes", "no", "unknown"]


@pytest.mark.parametrize(("pair", "answer"), AND.items())
def test_all_of_two_is_decided_by_a_no_else_spoilt_by_an_unknown(pair: tuple[Truth, Truth], answer: Truth) -> None:
    assert all(conjunction(order) is answer for order in permutations(pair))


@pytest.mark.parametrize(("pair", "answer"), OR.items())
def test_any_of_two_is_decided_by_a_yes_else_spoilt_by_an_unknown(pair: tuple[Truth, Truth], answer: Truth) -> None:
    assert all(disjunction(order) is answer for order in permutations(pair))


@pytest.mark.parametrize("values", list(product(Truth, repeat=3)))
def test_three_are_two_and_one_and_the_laws_of_de_morgan_hold(values: tuple[Truth, ...]) -> None:
    first, second, third = values
    assert conjunction(values) is conjunction([conjunction([first, second]), third])
    assert disjunction(values) is disjunction([disjunction([first, second]), third])
    assert negate(conjunction(values)) is disjunction(map(negate, values))
    assert negate(disjunction(values)) is conjunction(map(negate, values))


def test_of_nothing_all_holds_and_none_does() -> None:
    assert conjunction([]) is YES
    assert disjunction([]) is NO


@pytest.mark.parametrize(("value", "answer"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_a_missing_boolean_is_unknown(value: bool | None, answer: Truth) -> None:
    assert from_bool(value) is answer


@pytest.mark.parametrize(("value", "answer"), [(YES, NO), (NO, YES), (UNKNOWN, UNKNOWN)])
def test_unknown_turned_round_stays_unknown(value: Truth, answer: Truth) -> None:
    assert negate(value) is answer


def test_an_exact_day_is_reached_on_the_day_itself() -> None:
    moment = Moment.on(DAY)
    assert moment.exact == DAY
    assert [moment.reached(DAY + timedelta(days)) for days in (-1, 0, 1)] == [NO, YES, YES]


def test_between_its_bounds_a_moment_is_unknown() -> None:
    moment = Moment(DAY, DAY + timedelta(2))
    assert moment.exact is None
    assert [moment.reached(DAY + timedelta(days)) for days in (-1, 0, 1, 2)] == [NO, UNKNOWN, UNKNOWN, YES]


def test_without_a_last_day_a_moment_is_never_surely_reached() -> None:
    assert [Moment(DAY, None).reached(day) for day in (DAY - timedelta(1), DAY, date.max)] == [NO, UNKNOWN, UNKNOWN]


def test_without_a_first_day_a_moment_is_never_surely_ahead() -> None:
    assert [Moment(None, DAY).reached(day) for day in (date.min, DAY)] == [UNKNOWN, YES]


def test_without_any_bound_a_moment_is_unknown() -> None:
    assert Moment(None, None).reached(DAY) is UNKNOWN


def test_bounds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="wrong order"):
        Moment(DAY, DAY - timedelta(1))


@SHORT
@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_what_was_reached_on_a_day_is_reached_on_every_later_day(one: date, two: date, day: date, later: date) -> None:
    moment = Moment(min(one, two), max(one, two))
    ladder = [NO, UNKNOWN, YES]
    first, second = sorted((day, later))
    assert ladder.index(moment.reached(first)) <= ladder.index(moment.reached(second))
