"""What is proposed to the Captain of the Port follows the wording of the edition; nothing is held by a proposal."""

from dataclasses import replace

import pytest

from roadstead.core.advisory import Boarding, Guards
from roadstead.core.proposing import WHY, boards_at_sea, propose
from roadstead.core.verdict import Verdict

MET = Verdict("applies", 1, 0, (), (), Boarding.WILL, Guards.NORMALLY_WAIVED)
FREE = Verdict("does_not_apply", 0, 0, (), (), Boarding.NONE, Guards.NONE)


@pytest.mark.parametrize(
    ("verdict", "kind"),
    [
        (FREE, "no_conditions"),
        (replace(MET, outcome="cannot_tell", caught=0, unclear=1), "examine_at_berth"),
        (MET, "guards_waived"),
        (replace(MET, armed_guards=Guards.CAPTAIN_DECIDES), "verified"),
        (replace(MET, armed_guards=Guards.UNKNOWN), "verified"),
        (replace(MET, armed_guards=Guards.NONE, boarding=Boarding.NONE), "verified"),
        (replace(MET, armed_guards=Guards.REQUIRED), "guards_required"),
        (replace(MET, unmet=("C2",), armed_guards=Guards.CAPTAIN_DECIDES), "guards_required"),
        (replace(MET, unmet=("C2",), armed_guards=Guards.NONE), "examine_at_berth"),
        (replace(MET, unmet=("C2",), armed_guards=Guards.UNKNOWN), "examine_at_berth"),
        (replace(MET, unsure=("C1",), armed_guards=Guards.UNKNOWN), "examine_at_berth"),
        (replace(MET, unclear=1), "examine_at_berth"),
    ],
)
def test_the_wording_decides(verdict: Verdict, kind: str) -> None:
    found = propose(verdict)
    assert (found.kind, found.text) == (kind, WHY[found.code])


def test_an_advisory_that_only_recommended_is_told_apart() -> None:
    assert propose(FREE, cautions=["recommendation_only"]).kind == "recommended_only"
    assert propose(MET, cautions=["recommendation_only"]).kind == "guards_waived"


def test_ships_are_examined_at_sea_where_the_wording_says_so() -> None:
    assert boards_at_sea(Boarding.WILL, "Ships with a listed call will be boarded or examined at sea.")
    assert not boards_at_sea(Boarding.WILL, "Ships with a listed call will be boarded or examined.")
    assert not boards_at_sea(Boarding.UNKNOWN, "Nobody recovered whether it was at sea.")
    assert propose(replace(MET, unsure=("C1",)), at_sea=True).kind == "examine_at_sea"
