"""Listings of single ports and facilities: what holds for every notice under a rule book that has some."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadstead.core.advisory import Listing, PlaceListing, RuleBook
from roadstead.core.decision import APPLIES, CANNOT_TELL, DOES_NOT_APPLY
from roadstead.core.judge import Judge
from roadstead.core.notice import Berth, Call, Notice, Vessel
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.rulebook.loader import load
from tests.core.applying import with_change
from tests.core.strategies import SHORT, TODAY

FOLDER = Path(__file__).parents[1] / "scenarios" / "in_part" / "rulebook"
PORTS = {"GH": (None, "GHTEM", "GHTKD"), "KE": (None, "KEMBA", "KELAU"), "TG": (None, "TGLFW", "TGKPE")}
NUMBERS = (None, "GHTEM-9901", "GHTEM9901", "GHTEM-0002", "KEMBA-0001", "quay 7")
NAMES = (
    None,
    None,
    "Invented Cocoa Quay",
    "Invented Old Quay",
    "Invented Coco Quay",
    "Invented Sea Buoy",
    "Pier 9",
    "\u6e2f",
)
ANSWERS = {YES: APPLIES, NO: DOES_NOT_APPLY, UNKNOWN: CANNOT_TELL}


@cache
def book() -> RuleBook:
    return load(extra=FOLDER)


@cache
def judge(known_at: date = TODAY) -> Judge:
    return Judge(Snapshot(book(), known_at))


@st.composite
def notices(draw: st.DrawFn, most: int = 3) -> Notice:
    """A few calls in countries of which parts are listed, around the days on which that changes."""
    turning = [date(2026, month, 1) + timedelta(days=step) for month in (2, 3, 5, 7) for step in (-1, 0, 9)]
    eta = datetime.combine(draw(st.sampled_from(turning)), datetime.min.time(), UTC)
    calls = []
    for number in range(draw(st.integers(1, most))):
        country = draw(st.sampled_from(sorted(PORTS)))
        berths = st.builds(Berth, st.sampled_from(NUMBERS), st.sampled_from(NAMES))
        one = draw(st.lists(berths, min_size=1, max_size=2))
        departed = eta - timedelta(hours=draw(st.integers(1, 300)), minutes=number)
        calls.append(Call(country, departed, draw(st.sampled_from(PORTS[country])), berths=tuple(one)))
    return Notice(Vessel(), "USHOU", eta, tuple(calls))


@SHORT
@given(notice=notices())
def test_every_fact_that_is_named_turns_the_outcome_as_it_says(notice: Notice) -> None:
    for change in judge().decide(notice).would_change_if:
        changed, other = with_change(notice, judge(), change.change)
        assert other.outcome(changed) == change.outcome, change


@SHORT
@given(notice=notices())
def test_what_cannot_be_told_is_asked_once_and_reasons_are_whole(notice: Notice) -> None:
    decision = judge().decide(notice)
    asked = [(one.code, one.field) for one in decision.questions if one.settles == "outcome"]
    assert len(set(asked)) == len(asked)
    assert bool(asked) >= (decision.outcome == CANNOT_TELL)
    for call in decision.calls:
        assert call.reasons
        assert all("{" not in one.text for one in call.reasons)


@SHORT
@given(notice=notices())
def test_a_country_listed_as_a_whole_catches_whatever_one_of_its_places_does(notice: Notice) -> None:
    """Widening the list never frees anybody."""
    whole = tuple(_widened(spell) if isinstance(spell, PlaceListing) else spell for spell in book().listings)
    wider = Judge(Snapshot(replace(book(), listings=whole), TODAY))
    rank = {DOES_NOT_APPLY: 0, CANNOT_TELL: 1, APPLIES: 2}
    assert rank[wider.outcome(notice)] >= rank[judge().outcome(notice)]


@SHORT
@given(notice=notices(most=1), known_at=st.sampled_from([TODAY, date(2026, 1, 9), date(2026, 4, 20)]))
def test_one_listed_berth_catches_the_call(notice: Notice, known_at: date) -> None:
    (call,) = notice.calls
    assume(len(call.berths) > 1)
    alone = [replace(notice, calls=(replace(call, berths=(berth,)),)) for berth in call.berths]
    single = {judge(known_at).decide(one).calls[0].listed for one in alone}
    together = judge(known_at).decide(notice).calls[0].listed
    assert together is (YES if YES in single else UNKNOWN if UNKNOWN in single else NO)


@pytest.mark.parametrize("number", ["GHTEM-9901", " ghtem-9901 "])
def test_the_number_is_read_as_kindly_as_that_of_an_exception(number: str) -> None:
    eta = datetime(2026, 3, 10, tzinfo=UTC)
    notice = Notice(Vessel(), "USHOU", eta, (Call("GH", eta, None, berths=(Berth(number),)),))
    assert judge().outcome(notice) == APPLIES


def _widened(spell: PlaceListing) -> Listing:
    """The same spell of the whole country."""
    return Listing(**{field.name: getattr(spell, field.name) for field in fields(Listing)})
