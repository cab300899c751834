"""Examinations and guards: the arithmetic, and rates that people put in."""

from datetime import date

import pytest
from django.http import QueryDict

from roadstead.analytics import keyfigures, presenters, rates
from roadstead.analytics.forms import RatesForm
from roadstead.screening.drafts import Draft, Put
from tests.apps.analytics.impacts import case

CONSEQUENCES = (
    ("may", "captain_of_the_port_decides", 100),
    ("will", "normally_waived", 40),
    ("unknown", "unknown", 10),
    ("none", "none", 5),
)


def test_examinations_by_the_assumed_rates() -> None:
    work = rates.examinations(CONSEQUENCES, rates.assumed(), years=2.0)
    assert work.ships == 40 + 50 + 5
    assert work.ships_a_year == 47.5
    assert work.a_year == 47.5 * 4


def test_guard_days_by_the_assumed_rates() -> None:
    work = rates.guards(CONSEQUENCES, rates.assumed(), years=1.0)
    assert work.ships == 50 + 2 + 5
    assert work.a_year == 57 * 2 * 2


def test_no_time_in_force_is_no_work_and_no_error() -> None:
    assert rates.examinations(CONSEQUENCES, rates.assumed(), years=0.0).a_year == 0


def test_the_sum_is_told_in_words() -> None:
    told = presenters.result([case(consequences=CONSEQUENCES)], rates.assumed())["works"][0][1]
    assert "40 arrivals that will be boarded × 100 % = 40" in told["steps"]
    assert told["total"] == "95 in 366 days, or 95 a year; × 4 hours = 379 hours a year"


def test_a_year_is_counted_from_the_first_day_of_the_draft() -> None:
    late = case(draft=Draft(add=(Put("EG", date(2024, 7, 2)),)), consequences=CONSEQUENCES)
    whole = case(consequences=CONSEQUENCES)
    assert keyfigures.works(late, rates.assumed())[0].a_year == pytest.approx(
        2 * keyfigures.works(whole, rates.assumed())[0].a_year, rel=0.01
    )


def test_rates_of_the_reader_and_their_sources() -> None:
    found = RatesForm(QueryDict("may=12.5&may_source=Sector Houston&hours=")).rates()
    assert (found["may"].value, found["may"].source) == (12.5, "Sector Houston")
    assert found["hours"].value == 4
    assert found["may"].own
    assert not found["hours"].own


@pytest.mark.parametrize("given", ["may=101", "may=-1", "may=many", "hours=1e9", "may=nan", "may=inf"])
def test_a_rate_that_cannot_be_is_refused(given: str) -> None:
    assert not RatesForm(QueryDict(given)).is_valid()
