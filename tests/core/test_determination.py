"""The case of a country: its steps, its clock with pauses, and days that contradict the law."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.case_clock import clock, first_day
from roadstead.core.case_steps import FaultCode, State, faults, standings
from roadstead.core.determination import CaseFacts, Origin, Pause
from roadstead.rulebook import procedures

LAW = procedures.applying("list")
TOLD = date(2026, 1, 10)
TODAY = date(2027, 1, 1)
ALL = {
    "finding": date(2026, 1, 2),
    "state_told": date(2026, 1, 2),
    "government_told": TOLD,
    "review": date(2026, 4, 1),
    "decision": date(2026, 4, 5),
    "federal_register": date(2026, 4, 6),
    "advisory": date(2026, 4, 6),
    "effective": date(2026, 4, 10),
}


def case(origin: Origin = Origin.VISIT, *pauses: Pause, without: tuple[str, ...] = (), **days: date) -> CaseFacts:
    return CaseFacts(origin, {code: day for code, day in (ALL | days).items() if code not in without}, pauses)


def codes(facts: CaseFacts, today: date = TODAY) -> list[tuple[FaultCode, str]]:
    return [(fault.code, fault.step) for fault in faults(LAW, facts, today)]


def test_a_case_by_the_book_has_no_fault() -> None:
    assert codes(case()) == []
    assert {one.step.code for one in standings(LAW, case()) if one.state is State.NEXT} == {
        "consulted",
        "help_offered",
        "immediate_ground",
    }


def test_the_days_begin_with_the_telling_and_end_ninety_later() -> None:
    before = clock(LAW, case(without=("government_told", "effective")), TODAY)
    assert before is not None
    assert before.started is None
    assert not before.over
    standing = clock(LAW, case(without=("effective",)), date(2026, 3, 1))
    assert standing is not None
    assert (standing.run, standing.left, standing.first_day) == (50, 40, date(2026, 4, 10))


def test_conditions_may_not_begin_a_day_too_early() -> None:
    early = case(effective=date(2026, 4, 9))
    assert codes(early) == [(FaultCode.TOO_EARLY, "effective")]
    assert faults(LAW, early, TODAY)[0].day == date(2026, 4, 10)


def test_a_pause_moves_the_end_on_and_an_open_one_hides_it() -> None:
    pause = Pause(date(2026, 2, 1), "Talks resumed.", date(2026, 2, 11))
    assert first_day(LAW, case(Origin.VISIT, pause)) == date(2026, 4, 20)
    open_one = case(Origin.VISIT, Pause(date(2026, 2, 1), "Talks resumed."), without=("effective",))
    standing = clock(LAW, open_one, date(2026, 6, 1))
    assert standing is not None
    assert standing.paused is not None
    assert (standing.run, standing.first_day, standing.over) == (22, None, False)
    assert codes(case(Origin.VISIT, Pause(date(2026, 2, 1), "Talks."))) == [(FaultCode.CLOCK_PAUSED, "effective")]


def test_the_immediate_ground_waits_for_nothing_but_for_state() -> None:
    at_once = case(immediate_ground=date(2026, 1, 12), effective=date(2026, 4, 6))
    assert codes(at_once) == []
    standing = clock(LAW, at_once, TODAY)
    assert standing is not None
    assert standing.waived
    assert standing.over
    assert (FaultCode.WITHOUT, "immediate_ground") in codes(
        case(immediate_ground=date(2026, 1, 12), without=("state_told", "decision", "effective"))
    )


def test_ports_of_a_state_sponsor_have_no_days_of_grace() -> None:
    deemed = case(Origin.STATE_SPONSOR, without=("government_told", "review"), effective=date(2026, 4, 6))
    assert clock(LAW, deemed, TODAY) is None
    assert codes(deemed) == []
    assert "government_told" not in {one.step.code for one in standings(LAW, deemed)}
    assert codes(case(Origin.STATE_SPONSOR, without=("review",))) == [(FaultCode.NOT_A_STEP, "government_told")]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"effective": date(2026, 4, 5)}, (FaultCode.BEFORE_ITS_TURN, "effective")),
        ({"decision": date(2026, 3, 31)}, (FaultCode.BEFORE_ITS_TURN, "decision")),
        ({"advisory": date(2026, 4, 4)}, (FaultCode.BEFORE_ITS_TURN, "advisory")),
    ],
)
def test_a_day_out_of_turn_is_named(days: dict[str, date], expected: tuple[FaultCode, str]) -> None:
    assert expected in codes(case(**days))


def test_what_happened_cannot_lie_ahead_but_an_effective_day_may() -> None:
    assert codes(case(), today=date(2026, 4, 6)) == []
    assert (FaultCode.IN_THE_FUTURE, "decision") in codes(case(), today=date(2026, 4, 4))


def test_a_step_is_left_out_only_where_the_law_lets_one() -> None:
    skipped = CaseFacts(Origin.VISIT, {}, (), {"help_offered": "Refused in writing.", "decision": "No time."})
    assert [(one.code, one.step) for one in faults(LAW, skipped, TODAY)] == [(FaultCode.NOT_OPTIONAL, "decision")]
    reviewed = CaseFacts(
        Origin.VISIT, {code: ALL[code] for code in ("finding", "state_told", "government_told")}, (), {}
    )
    waits = {one.step.code: one.waits_for for one in standings(LAW, reviewed)}
    assert waits["decision"] == ("review",)


def test_pauses_run_forwards_and_apart() -> None:
    backwards = case(Origin.VISIT, Pause(date(2026, 2, 5), "x", date(2026, 2, 5)))
    assert (FaultCode.PAUSE_BACKWARDS, "") in codes(backwards)
    twice = case(Origin.VISIT, Pause(TOLD, "x", date(2026, 2, 5)), Pause(date(2026, 2, 4), "y", date(2026, 2, 6)))
    assert (FaultCode.PAUSES_OVERLAP, "") in codes(twice)


@st.composite
def pauses(draw: st.DrawFn) -> tuple[Pause, ...]:
    """Pauses that run forwards, one after another, from around the telling on."""
    day, found = TOLD - timedelta(days=20), []
    for _ in range(draw(st.integers(0, 4))):
        start = day + timedelta(days=draw(st.integers(0, 40)))
        day = start + timedelta(days=draw(st.integers(1, 40)))
        found.append(Pause(start, "x", day))
    return tuple(found)


@given(pauses())
def test_on_the_first_day_the_days_have_just_run(stretches: tuple[Pause, ...]) -> None:
    facts = case(Origin.VISIT, *stretches, without=("effective",))
    day = first_day(LAW, facts)
    assert day is not None
    then, before = clock(LAW, facts, day), clock(LAW, facts, day - timedelta(days=1))
    assert then is not None
    assert then.over
    assert before is not None
    assert not before.over
    assert faults(LAW, case(Origin.VISIT, *stretches, effective=day), day) == ()


def test_taking_a_country_off_the_list_waits_for_nobody() -> None:
    relief = procedures.applying("delist")
    days = {code: date(2026, 4, 6) for code in ("finding", "decision", "advisory", "effective")}
    facts = CaseFacts(Origin.VISIT, days)
    assert clock(relief, facts, TODAY) is None
    assert faults(relief, facts, TODAY) == ()
