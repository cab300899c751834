"""Every scenario in good/ gives the documented answer."""

import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.rulebook.loader import shipped
from roadstead.wire.decision import decide_json
from tests.scenarios.reading import TODAY, good, notice_of

SCENARIOS = good()
STEPS = ("counted", "listed", "excepted", "caught")


@cache
def judge(known_at: date) -> Judge:
    """One judge for each knowledge date."""
    return Judge(Snapshot(shipped(), known_at))


@pytest.mark.parametrize("scenario", [s for _, s in SCENARIOS], ids=[name for name, _ in SCENARIOS])
def test_the_scenario_holds(scenario: dict[str, Any]) -> None:
    notice = notice_of(scenario["given"])
    known_at = date.fromisoformat(scenario.get("known_at", TODAY.isoformat()))
    decision = json.loads(decide_json(json.dumps(notice).encode(), judge(known_at)))
    expected, said = scenario["then"], found(decision, scenario["then"])
    assert said == expected, f"{scenario['name']}\n{json.dumps(decision, indent=1, ensure_ascii=False)}"


def test_no_two_scenarios_have_the_same_name() -> None:
    names = [name for name, _ in SCENARIOS]
    assert len(names) == len(set(names))


def test_there_are_scenarios_enough() -> None:
    assert len(SCENARIOS) >= 70


def found(decision: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """What the decision says on each point that the scenario speaks of, in the scenario's own form."""
    calls = sorted(decision["calls"], key=lambda call: call["index"])
    port, questions = decision["in_us_port"], decision["questions"]
    warned = [warning["code"] for warning in decision["warnings"]]
    changes = [f"{_fact(change['change'])}: {change['outcome']}" for change in decision["would_change_if"]]
    edition = decision["edition"] or {"psa": "none", "id": "none", "effective_on": "none"}
    points: dict[str, Any] = {
        "outcome": decision["outcome"],
        "tests": f"{decision['tests']['arrival_in_us']} {decision['tests']['visit_to_listed_port']}",
        "calls": [_masked(call, want) for call, want in zip(calls, expected.get("calls", ()), strict=False)],
        "slots": [str(call["slot"]) for call in calls],
        "duties": [" ".join(duty["met"] for duty in call["duties"]) for call in calls],
        "said": [code for code in expected.get("said", ()) if any(code in _codes(call) for call in calls)],
        "because": [call["reasons"][0]["code"] for call in calls],
        "citations": [call["reasons"][0]["citation"] or "-" for call in calls],
        "questions": [f"{q['code']} {q['field']}" for q in questions if q["settles"] == "outcome"],
        "questions_of_consequences": [f"{q['code']} {q['field']}" for q in questions if q["settles"] != "outcome"],
        "boarding": port["boarding"],
        "guards": port["armed_guards"],
        "psa": str(edition["psa"]),
        "edition": edition["id"],
        "effective_on": str(edition["effective_on"]),
        "warnings": sorted(warned),
        "warned": [code for code in expected.get("warned", ()) if code in warned],
        "changes": changes,
        "changes_among": [text for text in expected.get("changes_among", ()) if text in changes],
        "texts": [text for text in expected.get("texts", ()) if text in json.dumps(decision, ensure_ascii=False)],
    }
    assert expected.keys() <= points.keys(), f"a scenario cannot expect {expected.keys() - points.keys()}"
    return {key: sorted(points[key]) if key == "warnings" else points[key] for key in expected}


def _codes(call: dict[str, Any]) -> list[str]:
    return [reason["code"] for reason in call["reasons"]]


def _fact(change: dict[str, Any]) -> str:
    """A change in few words: every value, without the names of the keys."""
    values = dict(change)
    if values.pop("excepted", None) is False:
        values["value"] = "not excepted"
    return " ".join(str(value) for value in values.values())


def _masked(call: dict[str, Any], want: str) -> str:
    answers = [call[step] for step in STEPS]
    return " ".join("-" if wish == "-" else answer for answer, wish in zip(answers, want.split(), strict=True))
