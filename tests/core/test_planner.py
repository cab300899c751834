"""The planner against the judge: a plan and the decision on the notice never disagree."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import assume
from hypothesis import strategies as st

from roadstead.core.advisory import Boarding, Guards, Tier
from roadstead.core.costs import Rates
from roadstead.core.decision import APPLIES, DOES_NOT_APPLY
from roadstead.core.notice import Berth, Call, Notice, Vessel
from roadstead.core.planner import plan
from roadstead.core.truth import NO, UNKNOWN, YES
from tests.core.strategies import calls, holds, judge, notices, parsed

NO_RATES = Rates()
ETA = datetime(2019, 8, 1, 6, tzinfo=UTC)


def at(country: str, days: float, port: str | None = None, name: str | None = None) -> Call:
    return Call(country, ETA - timedelta(days=days), port, berths=(Berth(None, name),))


def voyage(*stops: Call, eta: datetime = ETA) -> Notice:
    return Notice(Vessel(commercial=True), "USHOU", eta, stops)


def test_a_listed_port_brings_conditions_and_its_excepted_terminal_avoids_them() -> None:
    planned = plan(judge(), voyage(at("SG", 40)), at("DJ", 12, "DJJIB"), NO_RATES)
    assert planned.effect == "may"  # Djibouti has an excepted terminal, and nobody said which one it is
    assert planned.without.outcome == DOES_NOT_APPLY
    assert [(one.facility.key, one.there, one.avoids) for one in planned.terminals] == [
        ("DJ-DCT", UNKNOWN, YES),
        ("DJ-HORIZON", UNKNOWN, YES),
    ]
    elsewhere = plan(judge(), voyage(at("SG", 40)), at("DJ", 12, "DJJIB", "Old Cargo Pier"), NO_RATES)
    assert (elsewhere.effect, elsewhere.done.outcome) == ("brings", APPLIES)
    there = plan(judge(), voyage(at("SG", 40)), at("DJ", 12, "DJJIB", "Doraleh Container Terminal"), NO_RATES)
    assert (there.effect, there.done.outcome, there.duties) == ("none", DOES_NOT_APPLY, ())


def test_the_least_that_must_be_done_and_what_it_changes() -> None:
    planned = plan(judge(), voyage(), at("SC", 12, "SCVIC"), NO_RATES)
    assert [one.code for one in planned.duties] == ["C1", "C2", "C3", "C4", "C5"]
    assert all(one.hint for one in planned.duties)
    assert planned.done.in_us_port.armed_guards is Guards.NORMALLY_WAIVED
    assert planned.not_done.in_us_port.armed_guards is Guards.CAPTAIN_DECIDES
    assert "delayed or refused" in planned.non_compliance
    assert "security records" in planned.records
    assert planned.terminals == ()


def test_when_it_rolls_off_and_when_the_ship_is_free() -> None:
    planned = plan(judge(), voyage(at("SY", 5), at("SG", 3)), at("SC", 12), NO_RATES)
    assert planned.effect == "also"
    assert planned.rolls_off_after == 3  # third last of five
    assert planned.free_after == 4  # Syria is the second last
    later = [at("SG", days) for days in (1, 2, 4)]
    assert plan(judge(), voyage(at("SY", 5), at("SG", 3), *later), at("SC", 12), NO_RATES).effect == "none"


def test_a_call_may_push_a_listed_one_out() -> None:
    older = [at("SC", 30), *(at("SG", days) for days in (25, 20, 15, 10))]
    planned = plan(judge(), voyage(*older), at("ZA", 5), NO_RATES)
    assert (planned.without.outcome, planned.done.outcome, planned.effect) == (APPLIES, DOES_NOT_APPLY, "frees")


def test_a_terminal_is_in_the_port_that_its_number_begins_with() -> None:
    found = plan(judge(), voyage(), at("NG", 12, "NGAPP"), NO_RATES).terminals
    there = {
        one.there for one in found if any(n.normalised and n.normalised[:5] == "NGAPP" for n in one.facility.numbers)
    }
    assert there == {YES}
    assert [one.there for one in found] == sorted((one.there for one in found), key=[YES, UNKNOWN, NO].index)


def test_what_it_may_cost_with_the_duties_done_and_without() -> None:
    names = ("posts_there", "hours_there", "guard_hour_there", "fee_there", "delay_hours", "ship_hour")
    given = dict(zip(names, (2, 24, 10, 100, 8, 500), strict=True)) | {"posts_us": 1, "hours_us": 24, "fee_us": 0}
    rates = Rates(**{name: Decimal(value) for name, value in given.items()})
    planned = plan(judge(), voyage(), at("SC", 12), rates)
    assert planned.done.in_us_port.boarding is Boarding.WILL
    assert planned.cost_done.low == Decimal(480 + 100 + 4_000)
    assert planned.cost_done.missing == ("guard_hour_us",)
    assert planned.cost_done.high is None
    assert planned.cost_not_done.low == Decimal(4_000)


def test_where_only_the_duties_are_owed() -> None:
    eta = datetime(2015, 5, 1, tzinfo=UTC)
    call = Call("LR", eta - timedelta(days=8), "LRMLW")
    planned = plan(judge(), voyage(eta=eta), call, NO_RATES)
    tiers = [(one.spell.tier, one.avoids, one.duties_only) for one in planned.terminals]
    assert (Tier.DUTIES_ONLY, NO, YES) in tiers


@st.composite
def plans(draw: st.DrawFn) -> tuple[Notice, Call]:
    notice = draw(notices)
    eta = notice.eta
    stop = draw(calls(eta))
    document = {"schema": "roadstead/notice/1", "arrival": {"port": "USHOU", "eta": eta.isoformat()}, "calls": [stop]}
    return notice, parsed(document).calls[0]


@holds(examples=25, planned=plans())
def test_a_plan_is_the_decision_on_the_notice(planned: tuple[Notice, Call]) -> None:
    notice, call = planned
    found = plan(judge(), notice, call, NO_RATES)
    whole = judge().decide(replace(notice, calls=(*notice.calls, call)))
    assert found.done.outcome == found.not_done.outcome == whole.outcome
    verdict = next(one for one in whole.calls if one.index == len(notice.calls))
    assert (found.verdict.caught, found.verdict.rolls_off_after) == (verdict.caught, verdict.rolls_off_after)
    assert bool(found.duties) == (verdict.caught is not NO)
    assert (found.effect in ("brings", "also")) == (verdict.caught is YES)
    assert (found.effect == "may") == (verdict.caught is UNKNOWN)


@holds(examples=25, planned=plans())
def test_at_a_terminal_that_avoids_it_the_call_is_not_caught(planned: tuple[Notice, Call]) -> None:
    notice, call = planned
    for terminal in plan(judge(), notice, call, NO_RATES).terminals:
        number = next((one.normalised for one in terminal.facility.numbers if one.normalised and one.certain), None)
        there = replace(call, berths=(Berth(number, terminal.facility.name),))
        verdict = plan(judge(), notice, there, NO_RATES).verdict
        if terminal.avoids is YES:
            assert verdict.caught is NO
        if terminal.avoids is NO:
            assert verdict.excepted is NO


@holds(examples=25, planned=plans())
def test_after_so_many_foreign_calls_it_is_looked_at_no_more_and_not_before(planned: tuple[Notice, Call]) -> None:
    notice, call = planned
    found = plan(judge(), notice, call, NO_RATES)
    assume(found.rolls_off_after is not None)
    newest = max([call, *notice.calls], key=lambda one: one.departed).departed
    assume(newest < notice.eta)

    def caught(more: int) -> str:
        added = tuple(Call("SG", notice.eta) for _ in range(more))
        return plan(judge(), replace(notice, calls=(*notice.calls, *added)), call, NO_RATES).verdict.caught

    assert caught(found.rolls_off_after or 0) is NO
    assert caught((found.rolls_off_after or 0) - 1) is not NO
    added = tuple(Call("SG", notice.eta) for _ in range(found.free_after or 0))
    free = judge().decide(replace(notice, calls=(*notice.calls, *added, call)))
    assert free.outcome == DOES_NOT_APPLY
