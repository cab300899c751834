"""Relief under each wording: what measures change, and what is still missing, told as it stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from roadstead.core.advisory import Guards
from roadstead.core.notice import Berth, Call, Measures, Notice, Vessel
from roadstead.core.planner import ALL_DONE
from roadstead.core.relief import MISSING, STATES, Relief, Shown, relief
from roadstead.core.truth import NO, UNKNOWN, YES
from tests.core.strategies import holds, judge, notices

WAIVED = datetime(2019, 8, 1, tzinfo=UTC)  # normally waived
LEFT = datetime(2025, 12, 1, tzinfo=UTC)  # left to the Captain of the Port
REQUIRED = datetime(2008, 6, 1, tzinfo=UTC)  # required even of ships that complied


def arriving(eta: datetime, measures: Measures, country: str = "SY", port: str | None = None) -> Notice:
    call = Call(country, eta - timedelta(days=10), port, berths=(Berth(),), measures=measures)
    return Notice(Vessel(commercial=True), "USHOU", eta, (call,))


def weighed(notice: Notice, shown: Shown | None = None) -> Relief:
    return relief(judge().snapshot, notice, judge().decide(notice), shown or Shown())


def test_all_done_and_documented_waits_for_the_boarding() -> None:
    found = weighed(arriving(WAIVED, ALL_DONE))
    assert (found.state, found.asked) == ("if_shown", Guards.NORMALLY_WAIVED)
    assert [one.duty for one in found.credits] == ["C1", "C2", "C3", "C4", "C5"]
    assert [(one.code, one.by) for one in found.missing] == [("compliance", "captain_of_the_port")]
    assert found.citations[0].url


def test_both_limbs_are_needed() -> None:
    assert weighed(arriving(WAIVED, ALL_DONE), Shown(compliance=YES)).state == "reduced"
    refused = weighed(arriving(WAIVED, ALL_DONE), Shown(compliance=NO))
    assert (refused.state, [one.code for one in refused.missing]) == ("not_reduced", ["no_compliance"])


@pytest.mark.parametrize(
    ("measures", "state", "missing"),
    [
        (replace(ALL_DONE, reported=NO), "not_reduced", [("C5", "report_due")]),
        (replace(ALL_DONE, declaration_attempted=UNKNOWN), "open", [("C3", "not_known")]),
        (replace(ALL_DONE, security_level_2=NO), "not_reduced", [("C1", "not_done")]),
        (
            replace(ALL_DONE, logged=NO),
            "not_reduced",
            [("C1", "not_documented"), ("C2", "not_documented"), ("C3", "not_documented"), ("C4", "not_done")],
        ),
        (Measures(), "open", [(code, "not_known") for code in ("C1", "C2", "C3", "C4", "C5")]),
    ],
)
def test_what_is_missing_is_named(measures: Measures, state: str, missing: list[tuple[str, str]]) -> None:
    found = weighed(arriving(WAIVED, measures))
    assert found.state == state
    assert [(one.duty, one.code) for one in found.missing if one.duty] == missing
    assert all("SY" not in one.text and one.text[0].isupper() for one in found.missing)


def test_a_duty_documented_by_itself_needs_no_log() -> None:
    papers = {(0, code): YES for code in ("C1", "C2", "C3")}
    found = weighed(arriving(WAIVED, replace(ALL_DONE, logged=UNKNOWN)), Shown(papers))
    assert [(one.duty, one.code) for one in found.missing if one.duty] == [("C4", "not_known")]
    doubted = weighed(arriving(WAIVED, ALL_DONE), Shown({(0, "C2"): UNKNOWN}))
    assert (doubted.state, doubted.missing[0].code) == ("open", "papers_not_known")


def test_the_wording_in_force_decides() -> None:
    none = weighed(arriving(REQUIRED, ALL_DONE))
    assert (none.state, none.asked, none.missing) == ("no_difference", Guards.REQUIRED, ())
    left = weighed(arriving(LEFT, ALL_DONE))
    assert (left.state, left.asked) == ("left_to_captain", Guards.CAPTAIN_DECIDES)
    assert len(left.citations) == 2
    assert [one.code for one in left.missing] == ["compliance"]
    unrecorded = weighed(arriving(datetime(2025, 6, 1, tzinfo=UTC), ALL_DONE))
    assert unrecorded.state == "not_recorded"


def test_nothing_is_asked_of_a_ship_that_no_call_catches() -> None:
    assert weighed(arriving(WAIVED, Measures(), "SG")).state == "nothing_asked"


def test_relief_hangs_on_the_open_questions() -> None:
    found = weighed(arriving(WAIVED, ALL_DONE, "DJ", "DJJIB"))
    assert (found.state, found.asked) == ("depends", Guards.UNKNOWN)


@holds(notice=notices)
def test_relief_never_says_other_than_the_decision(notice: Notice) -> None:
    found = weighed(notice)
    decision = judge().decide(notice)
    assert found.asked is decision.in_us_port.armed_guards
    assert (found.state == "nothing_asked") == (found.asked is Guards.NONE)
    if found.state in ("if_shown", "reduced", "no_difference", "left_to_captain"):
        assert found.asked is found.at_best
    if found.state == "depends":
        assert found.asked is Guards.UNKNOWN
    assert found.state in STATES
    assert all(one.code in MISSING and "{" not in one.text for one in found.missing)
    caught = {one.index for one in decision.calls if one.caught is not NO}
    assert {one.call for one in found.credits} <= caught
