"""The cost sheet: every figure is the user's, and one that is missing is told, never taken for nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.advisory import Boarding, Guards
from roadstead.core.costs import FACTORS, LINE_TEXTS, LINES, Rates, cost_sheet
from roadstead.core.truth import NO, UNKNOWN, YES

FULL = Rates(
    posts_there=Decimal(2),
    hours_there=Decimal(36),
    guard_hour_there=Decimal("12.50"),
    fee_there=Decimal(400),
    delay_hours=Decimal(10),
    ship_hour=Decimal(1000),
    posts_us=Decimal(1),
    hours_us=Decimal(48),
    guard_hour_us=Decimal(90),
    fee_us=Decimal(250),
)
figures = st.none() | st.integers(0, 500).map(Decimal)
rates = st.builds(Rates, **dict.fromkeys(FACTORS, figures))
truths = st.sampled_from([YES, NO, UNKNOWN])


def test_all_is_due_and_all_is_known() -> None:
    sheet = cost_sheet(YES, Boarding.WILL, Guards.REQUIRED, FULL)
    assert [line.high for line in sheet.lines] == [Decimal(n) for n in (900, 400, 10_000, 4_320, 250)]
    assert (sheet.low, sheet.high) == (Decimal(15_870), Decimal(15_870))
    assert sheet.complete


def test_what_may_be_asked_for_goes_from_nothing_to_the_whole() -> None:
    sheet = cost_sheet(UNKNOWN, Boarding.MAY, Guards.NORMALLY_WAIVED, FULL)
    assert (sheet.low, sheet.high) == (Decimal(0), Decimal(15_870))
    assert all(line.due is UNKNOWN for line in sheet.lines)


def test_nothing_due_costs_nothing_and_asks_for_no_figure() -> None:
    sheet = cost_sheet(NO, Boarding.NONE, Guards.NONE, Rates())
    assert (sheet.low, sheet.high, sheet.missing) == (Decimal(0), Decimal(0), ())


def test_a_missing_rate_is_told_and_leaves_the_sum_open() -> None:
    sheet = cost_sheet(YES, Boarding.WILL, Guards.NONE, Rates(delay_hours=Decimal(10), fee_us=Decimal(250)))
    assert sheet.low == Decimal(250)
    assert sheet.high is None
    assert sheet.missing == ("posts_there", "hours_there", "guard_hour_there", "fee_there", "ship_hour")


def test_the_crew_on_guard_cost_nothing_whatever_the_hours() -> None:
    sheet = cost_sheet(YES, Boarding.NONE, Guards.NONE, Rates(guard_hour_there=Decimal(0), fee_there=Decimal(0)))
    assert (sheet.low, sheet.high, sheet.missing) == (Decimal(0), Decimal(0), ())


@pytest.mark.parametrize("value", ["-1", "NaN", "Infinity"])
def test_a_figure_is_nothing_or_more(value: str) -> None:
    with pytest.raises(ValueError, match="hours of delay"):
        Rates(delay_hours=Decimal(value))


@given(truths, st.sampled_from(list(Boarding)), st.sampled_from(list(Guards)), rates)
def test_the_sum_is_open_where_a_figure_is_missing_and_never_else(
    duties: str, boarding: Boarding, guards: Guards, given_rates: Rates
) -> None:
    sheet = cost_sheet(duties, boarding, guards, given_rates)  # type: ignore[arg-type]
    assert (sheet.high is None) == bool(sheet.missing)
    assert sheet.high is None or sheet.low <= sheet.high
    for line in sheet.lines:
        assert all(getattr(given_rates, name) is None for name in line.missing)
        assert line.due is not NO or (line.low, line.high) == (Decimal(0), Decimal(0))


def test_everything_has_its_words() -> None:
    assert set(LINES) == set(LINE_TEXTS)
    assert {name for factors in LINES.values() for name in factors} == set(FACTORS) == set(Rates.__slots__)
