"""The answer in sentences."""

from datetime import date

from roadstead.analytics import numerals, words
from roadstead.analytics.figures import figures
from roadstead.screening.drafts import Draft, Excepted, Put
from tests.apps.analytics.impacts import case, ship

CAUGHT = (("does_not_apply", "applies", 24), ("cannot_tell", "applies", 12), ("does_not_apply", "does_not_apply", 9))


def test_newly_caught_first() -> None:
    first, more = words.answer(case(outcomes=CAUGHT, ships=1, calls_without_terminal=1))
    assert first == (
        "Listing Egypt would have caught 36 of 1,000 arrivals (3.6 %) between January 2024 and December 2024, "
        "about 3 a month."
    )
    assert more == ["1 call would be unknown because no terminal is given.", "1 ship is touched."]


def test_taken_off_the_list() -> None:
    outcomes = (("applies", "does_not_apply", 30), ("cannot_tell", "does_not_apply", 2))
    first, more = words.answer(case(draft=Draft(remove=(Put("NG"),)), outcomes=outcomes))
    assert first.startswith("Taking Nigeria off the list would have freed 30 of 1,000 arrivals (3 %)")
    assert more == ["For 2 arrivals that were in doubt, one could say that nothing applies."]


def test_from_a_first_day_on() -> None:
    draft = Draft(add=(Put("EG", date(2024, 10, 1)), Put("KE", date(2024, 10, 1))))
    sea = {"at_sea": (ship(1),), "at_sea_in_all": 7}
    first, more = words.answer(case(draft=draft, outcomes=CAUGHT, **sea))
    assert first.startswith("Listing Egypt and Kenya from 1 October 2024 on would have caught 36")
    assert "about 12 a month" in first
    assert "The draft is in force on 92 of 366 days on record." in more
    assert "7 ships were at sea already on the first day and would have been caught on arrival." in more


def test_both_ways_and_nobody_can_tell() -> None:
    draft = Draft(add=(Put("EG"),), remove=(Put("NG"),), exceptions=(Excepted("CU", "X"),))
    outcomes = (*CAUGHT, ("applies", "does_not_apply", 1), ("does_not_apply", "cannot_tell", 3))
    first, more = words.answer(case(draft=draft, outcomes=outcomes))
    assert first.startswith("This draft would have caught 36")
    assert more == ["It would have freed 1 arrival.", "For 3 arrivals nobody could tell any more."]


def test_nothing_changes() -> None:
    first, more = words.answer(case(outcomes=(("does_not_apply", "does_not_apply", 60),)))
    assert "would have changed nothing for 1,000 arrivals" in first
    assert first.endswith("60 had called there.")
    assert more == []


def test_a_first_day_beyond_the_record() -> None:
    first, more = words.answer(case(draft=Draft(add=(Put("EG", date(2030, 1, 1)),))))
    assert first.startswith("The record ends on 31 December 2024, before the draft’s first day")
    assert more == []


def test_no_arrival_at_all() -> None:
    assert "no arrival in this set" in words.answer(case(arrivals=0, period=None))[0]


def test_a_draft_as_a_list() -> None:
    draft = Draft((Put("EG"),), (Put("CU", date(2024, 2, 1)),), (Excepted("NG", "NGAPP-0099"),))
    assert words.lines(draft) == [
        ("Put on the list", "Egypt, on every day"),
        ("Taken off the list", "Cuba, from 1 February 2024"),
        ("Facilities excepted", "NGAPP-0099 (Nigeria), on every day"),
    ]


def test_small_shares_are_not_nothing() -> None:
    assert numerals.percent(1, 1_000_000) == "under 0.01 %"
    assert numerals.percent(0, 10) == "0 %"
    assert numerals.percent(10, 10) == "100 %"


def test_figures_tell_each_change_apart() -> None:
    outcomes = (
        ("does_not_apply", "applies", 1),
        ("cannot_tell", "applies", 2),
        ("applies", "does_not_apply", 4),
        ("applies", "cannot_tell", 8),
        ("does_not_apply", "cannot_tell", 16),
        ("cannot_tell", "does_not_apply", 32),
        ("applies", "applies", 64),
    )
    found = figures(case(outcomes=outcomes))
    assert (found.caught, found.freed, found.unclear, found.settled) == (3, 4, 24, 32)
