"""What holds for every notice."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import assume
from hypothesis import strategies as st

from roadstead.core.decision import APPLIES, CANNOT_TELL, DOES_NOT_APPLY, Decision
from roadstead.core.judge import Judge
from roadstead.core.notice import Call, Notice, Vessel
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction, disjunction, negate
from tests.core.applying import can_be_freed, cut, with_answer, with_change
from tests.core.strategies import BOOK, KNOWLEDGE_DAYS, LONG_RUNS, NEVER_LISTED, TODAY, holds, judge, knowledge_days
from tests.core.strategies import notices as any_notice
from tests.core.strategies import open_notices as open_notice

RANK = {NO: 0, UNKNOWN: 1, YES: 2}
OUTCOMES = {NO: DOES_NOT_APPLY, UNKNOWN: CANNOT_TELL, YES: APPLIES}
POLICY = BOOK.policy


def is_call(call: Call) -> Truth:
    """Whether a stop is a call, straight from the policy."""
    if call.purpose in POLICY.not_calls:
        return NO
    return UNKNOWN if call.purpose in POLICY.doubtful_calls else YES


def told(decision: Decision, same_as: list[int]) -> Any:
    """All that a decision says, with the places of calls renamed."""
    text = msgspec.json.encode(decision).decode()
    text = re.sub(r"calls\[(\d+)\]", lambda found: f"calls[{same_as[int(found[1])]}]", text)
    return msgspec.json.decode(re.sub(r'"index":(\d+)', lambda found: f'"index":{same_as[int(found[1])]}', text))


@holds(notice=any_notice, data=st.data())
def test_the_order_of_calls_does_not_matter(notice: Notice, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(notice.calls))))
    shuffled = replace(notice, calls=tuple(notice.calls[index] for index in order))
    first_alike = [notice.calls.index(call) for call in notice.calls]
    one, other = judge().decide(notice), judge().decide(shuffled)
    assert told(one, first_alike) == told(other, [first_alike[index] for index in order])
    assert one.digest == other.digest


@holds(notice=any_notice, known_at=knowledge_days)
def test_deciding_and_the_bare_outcome_agree(notice: Notice, known_at: date) -> None:
    assert judge(known_at).decide(notice).outcome == judge(known_at).outcome(notice)


@holds(notice=any_notice, known_at=knowledge_days)
def test_a_call_is_caught_if_counted_and_a_call_and_listed_and_not_excepted(notice: Notice, known_at: date) -> None:
    decision = judge(known_at).decide(notice)
    for verdict in decision.calls:
        steps = (verdict.counted, is_call(notice.calls[verdict.index]), verdict.listed, negate(verdict.excepted))
        assert verdict.caught is conjunction(steps)
    assert decision.outcome == OUTCOMES[disjunction(verdict.caught for verdict in decision.calls)]
    assert decision.tests.arrival_in_us == decision.outcome
    assert decision.tests.visit_to_listed_port == OUTCOMES[disjunction(v.caught_by_visit for v in decision.calls)]


@holds(notice=any_notice)
def test_the_five_most_recent_sure_foreign_calls_are_counted_and_no_older_one(notice: Notice) -> None:
    verdicts = judge().decide(notice).calls
    ranked = [
        (call.departed, is_call(call), index)
        for index, call in enumerate(notice.calls)
        if call.country not in POLICY.domestic and call.departed <= notice.eta and is_call(call) is not NO
    ]
    for verdict in verdicts:
        own = next((entry for entry in ranked if entry[2] == verdict.index), None)
        if own is None:
            assert verdict.counted is NO
            assert verdict.slot is None
            continue
        surely_later = sum(1 for departed, sure, _ in ranked if departed > own[0] and sure is YES)
        maybe_later = sum(1 for departed, _, index in ranked if departed >= own[0] and index != own[2])
        expected = NO if surely_later >= 5 else YES if maybe_later < 5 else UNKNOWN
        assert verdict.counted is expected
        assert verdict.slot == surely_later + 1


@holds(notice=any_notice, known_at=knowledge_days)
def test_the_visit_test_never_catches_what_the_arrival_test_frees(notice: Notice, known_at: date) -> None:
    decision = judge(known_at).decide(notice)
    warned = [warning.text for warning in decision.warnings if warning.code == "tests_disagree"]
    for verdict in decision.calls:
        assert RANK[verdict.caught_by_visit] <= RANK[verdict.caught]
    assert bool(warned) == any(verdict.caught_by_visit is not verdict.caught for verdict in decision.calls)


@holds(notice=any_notice, known_at=knowledge_days)
def test_what_cannot_be_told_is_asked_and_what_is_told_hangs_on_nothing(notice: Notice, known_at: date) -> None:
    decision = judge(known_at).decide(notice)
    caught = [verdict.caught for verdict in decision.calls]
    assert (decision.outcome == CANNOT_TELL) == (YES not in caught and UNKNOWN in caught)
    asked = [question for question in decision.questions if question.settles == "outcome"]
    if decision.outcome == CANNOT_TELL:
        assert asked
    if decision.outcome == DOES_NOT_APPLY:
        assert not decision.questions
        assert (decision.in_us_port.boarding, decision.in_us_port.armed_guards) == ("none", "none")
    assert len({(question.code, question.field) for question in asked}) == len(asked)


@holds(notice=any_notice, known_at=knowledge_days)
def test_duties_are_listed_for_calls_that_are_or_may_be_caught_and_for_no_others(
    notice: Notice, known_at: date
) -> None:
    for verdict in judge(known_at).decide(notice).calls:
        assert [duty.code for duty in verdict.duties] == (
            [] if verdict.caught is NO else ["C1", "C2", "C3", "C4", "C5"]
        )


@holds(notice=any_notice, known_at=knowledge_days)
def test_every_call_is_answered_once_with_a_reason_for_it(notice: Notice, known_at: date) -> None:
    decision = judge(known_at).decide(notice)
    assert sorted(verdict.index for verdict in decision.calls) == list(range(len(notice.calls)))
    departures = [verdict.departed for verdict in decision.calls]
    assert departures == sorted(departures, reverse=True)
    for verdict in decision.calls:
        assert verdict.reasons
        assert all(reason.text and "{" not in reason.text for reason in verdict.reasons)


def added_calls(notice: Notice) -> st.SearchStrategy[Call]:
    """Calls in countries that no advisory ever named, of any purpose and at any time."""
    moments = st.one_of(
        st.sampled_from([notice.eta, *(call.departed for call in notice.calls)]),
        st.integers(0, 3_000).map(lambda hours: notice.eta - timedelta(hours=hours)),
    )
    return st.builds(
        Call,
        st.sampled_from(NEVER_LISTED),
        moments,
        purpose=st.sampled_from(["cargo", "bunkers", "anchorage", "medical", "canal_transit"]),
    )


@holds(notice=any_notice, data=st.data())
def test_one_more_foreign_call_at_an_unlisted_port_only_ever_frees(notice: Notice, data: st.DataObject) -> None:
    """Places move back, so no call is caught more than before and none but a call pushed out is caught less."""
    more = replace(notice, calls=(*notice.calls, data.draw(added_calls(notice))))
    before, after = judge().decide(notice), judge().decide(more)
    others = {verdict.index: verdict for verdict in after.calls}
    for verdict in before.calls:
        other = others[verdict.index]
        assert RANK[other.counted] <= RANK[verdict.counted]
        assert RANK[other.caught] <= RANK[verdict.caught]
        assert (other.listed, other.excepted) == (verdict.listed, verdict.excepted)
        if other.counted is verdict.counted:
            assert other.caught is verdict.caught
    assert others[len(notice.calls)].caught is NO
    ladder = [DOES_NOT_APPLY, CANNOT_TELL, APPLIES]
    assert ladder.index(after.outcome) <= ladder.index(before.outcome)


@holds(notice=any_notice, data=st.data())
def test_a_canal_transit_more_changes_no_answer(notice: Notice, data: st.DataObject) -> None:
    transit = replace(data.draw(added_calls(notice)), purpose="canal_transit")
    before = judge().decide(notice)
    after = judge().decide(replace(notice, calls=(*notice.calls, transit)))
    answers = [[(v.index, v.counted, v.listed, v.excepted, v.caught, v.slot) for v in d.calls] for d in (before, after)]
    assert answers[0] == [answer for answer in answers[1] if answer[0] != len(notice.calls)]
    assert (before.outcome, before.in_us_port, before.questions) == (after.outcome, after.in_us_port, after.questions)


@holds(notice=st.one_of(any_notice, open_notice), known_at=knowledge_days)
def test_every_change_that_is_offered_really_turns_the_outcome(notice: Notice, known_at: date) -> None:
    decision = judge(known_at).decide(notice)
    assert len({repr(change) for change in decision.would_change_if}) == len(decision.would_change_if)
    for change in decision.would_change_if:
        assert change.outcome != decision.outcome
        changed, other = with_change(notice, judge(known_at), change.change)
        assert other.outcome(changed) == change.outcome, change


@holds(notice=open_notice, known_at=knowledge_days, data=st.data())
def test_the_questions_settle_what_cannot_be_told(notice: Notice, known_at: date, data: st.DataObject) -> None:
    """Answering every question, in whatever way, ends with yes or no; and there is an answer for each."""
    world = (notice, judge(known_at))
    assume(world[1].outcome(notice) == CANNOT_TELL)
    for _ in range(12):
        asked = [q for q in world[1].decide(world[0]).questions if q.settles == "outcome"]
        if world[1].outcome(world[0]) != CANNOT_TELL:
            return
        question = data.draw(st.sampled_from(asked))
        world = with_answer(*world, question, yes=data.draw(st.booleans()))
    pytest.fail("twelve answers did not settle it")


@holds(notice=open_notice, known_at=knowledge_days)
def test_one_open_question_answered_either_way_gives_one_definite_answer_or_the_other(
    notice: Notice, known_at: date
) -> None:
    asked = [q for q in judge(known_at).decide(notice).questions if q.settles == "outcome"]
    assume(judge(known_at).outcome(notice) == CANNOT_TELL and len(asked) == 1)
    # Where only rows that were not recovered may free the call, no answer that frees it can be made up here.
    assume(can_be_freed(notice, judge(known_at), asked[0]))
    worlds = [with_answer(notice, judge(known_at), asked[0], yes=yes) for yes in (True, False)]
    assert {other.outcome(answered) for answered, other in worlds} == {APPLIES, DOES_NOT_APPLY}


@holds(notice=st.one_of(any_notice, open_notice), known_at=knowledge_days, data=st.data())
def test_a_definite_answer_survives_every_answer_to_what_is_still_open(
    notice: Notice, known_at: date, data: st.DataObject
) -> None:
    world = (notice, judge(known_at))
    outcome = world[1].outcome(notice)
    assume(outcome != CANNOT_TELL)
    for _ in range(4):
        asked = [q for q in world[1].decide(world[0]).questions if q.settles == "outcome"]
        if not asked:
            break
        world = with_answer(*world, data.draw(st.sampled_from(asked)), yes=data.draw(st.booleans()))
        assert world[1].outcome(world[0]) == outcome


@holds(notice=any_notice, known_at=st.sampled_from(KNOWLEDGE_DAYS))
def test_nothing_is_answered_from_what_became_public_later(notice: Notice, known_at: date) -> None:
    full = judge(known_at).decide(notice)
    book = cut(BOOK, known_at)
    decision = Judge(Snapshot(book, known_at)).decide(notice)
    assert replace(decision, digest="") == replace(full, digest="")


@holds(notice=any_notice)
def test_the_same_notice_gets_the_same_decision_from_a_judge_that_has_seen_others(notice: Notice) -> None:
    assert judge().decide(notice) == Judge(Snapshot(BOOK, TODAY)).decide(notice)


@holds(notice=any_notice, known_at=knowledge_days)
def test_the_digest_names_notice_rule_book_and_knowledge_date(notice: Notice, known_at: date) -> None:
    digest = judge(known_at).decide(notice).digest
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", digest)
    moved = replace(notice, eta=notice.eta + timedelta(seconds=1))
    renamed = replace(notice, vessel=replace(notice.vessel, name="OTHER"))
    other_day = known_at - timedelta(days=1)
    others = [judge(known_at).decide(other).digest for other in (moved, renamed)]
    others.append(Judge(Snapshot(BOOK, other_day)).decide(notice).digest)
    others.append(Judge(Snapshot(replace(BOOK, digest="sha256:other"), known_at)).decide(notice).digest)
    assert len({digest, *others}) == 5


@holds(examples=10, notice=any_notice)
def test_five_hundred_calls_are_judged_like_five(notice: Notice) -> None:
    if not notice.calls:
        return
    many = replace(notice, calls=(notice.calls * 500)[:500])
    decision = judge().decide(many)
    assert len(decision.calls) == 500
    assert decision.outcome == judge().outcome(many)


@pytest.mark.parametrize("year", [1990, 2000, 2004, 2026, 2099])
@pytest.mark.parametrize("country", ["SG", "NG", "CU", "SD", "US"])
def test_the_ends_of_time_are_judged(year: int, country: str) -> None:
    eta = datetime(year, 1, 1, tzinfo=UTC)
    calls = (Call(country, eta), Call(country, datetime(1989, 12, 31, tzinfo=UTC)), Call(country, eta + timedelta(1)))
    notice = Notice(Vessel(), "USHOU", eta, calls)
    assert judge().decide(notice).outcome in (APPLIES, DOES_NOT_APPLY, CANNOT_TELL)


@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
@pytest.mark.parametrize("country", ["SG", "NG", "CU", "SD"])
def test_the_very_first_and_the_very_last_moment_are_judged(moment: datetime, country: str) -> None:
    eta = moment.replace(tzinfo=UTC)
    assert judge().decide(Notice(Vessel(), "USHOU", eta, (Call(country, eta),))).calls[0].counted is YES


@pytest.mark.long
@pytest.mark.parametrize("name", LONG_RUNS)
def test_every_property_holds_for_thousands_of_notices(name: str) -> None:
    LONG_RUNS[name]()
