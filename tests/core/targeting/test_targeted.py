"""The verdict on the port calls as a fact of the matrix: yes, no, or unknown, never none for unknown."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roadstead.core.notice import Berth, Call, Notice, Vessel
from roadstead.core.scoring import score
from roadstead.core.targeted import with_decision
from roadstead.rulebook import matrices
from tests.core.strategies import judge

ETA = datetime(2019, 8, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "terminal", "listed", "bands"),
    [
        ("SY", None, "yes", ["at_sea"]),
        ("DJ", None, "unknown", ["at_sea", "in_port", "random"]),
        ("DJ", "Doraleh Container Terminal", "no", ["in_port", "random"]),
        ("SG", None, "no", ["in_port", "random"]),
    ],
)
def test_a_listed_call(country: str, terminal: str | None, listed: str, bands: list[str]) -> None:
    call = Call(country, ETA - timedelta(days=9), berths=(Berth(None, terminal),))
    decision = judge().decide(Notice(Vessel(), "USHOU", ETA, (call,)))
    matrix = matrices.in_force("us-security", ETA.date())
    known: dict[str, Any] = {
        "rso_actions": 0,
        "denials": 0,
        "notice_denials": 0,
        "detentions": 0,
        "other_actions": 0,
        "flag_new": "no",
    }
    facts = with_decision(matrix, {**known, "flag_record": "none", "months_since_exam": None}, decision)
    assert facts["listed_call"] == listed
    assert [band.code for band in score(matrix, facts).bands] == bands
    paris = matrices.in_force("paris-mou", ETA.date())
    assert "listed_call" not in with_decision(paris, {}, decision)
