"""The example of the contract, and the shape of every decision."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from roadstead.wire.decision import decide, decide_json, schemas, write_decision
from tests.core.strategies import SHORT, documents, judge, knowledge_days
from tests.wire.shape import check, strict

# contracts.md, §3, letter for letter.
EXAMPLE = """{
  "schema": "roadstead/notice/1",
  "vessel":  {"name": "EXAMPLE", "imo": "9074729", "flag": "PA", "type": "General Dry Cargo Ship", "commercial": true},
  "arrival": {"port": "USHOU", "eta": "2019-06-01T06:00:00Z"},
  "calls": [
    {"country": "DJ", "port": "DJJIB", "facility": null, "facility_name": "Doraleh Container Terminal",
     "arrived": "2019-05-10T02:00:00Z", "departed": "2019-05-11T18:00:00Z", "purpose": "cargo",
     "berths": [{"facility": null, "facility_name": "Doraleh Container Terminal"}],
     "measures": {"security_level_2": true, "access_points_guarded": true,
                  "declaration_of_security": "refused", "logged": true, "reported": true}}
  ]
}"""


def test_the_example_of_the_contract_gives_the_documented_answer() -> None:
    decision = strict(decide_json(EXAMPLE.encode(), judge(date(2026, 11, 22))))
    check(decision, calls=1)
    call = decision["calls"][0]
    assert {key: call[key] for key in ("country", "port", "departed", "counted", "listed", "excepted", "caught")} == {
        "country": "DJ",
        "port": "DJJIB",
        "departed": "2019-05-11T18:00:00Z",
        "counted": "yes",
        "listed": "yes",
        "excepted": "yes",
        "caught": "no",
    }
    assert call["reasons"][0]["citation"] == "84 FR 22153"
    assert decision["outcome"] == "does_not_apply"
    assert decision["edition"] | {"psa": "2-19", "effective_on": "2019-05-30"} == decision["edition"]
    assert decision["known_at"] == "2026-11-22"
    assert decision["tests"] == {"arrival_in_us": "does_not_apply", "visit_to_listed_port": "does_not_apply"}
    assert (decision["in_us_port"]["boarding"], decision["in_us_port"]["armed_guards"]) == ("none", "none")
    assert (decision["questions"], decision["warnings"]) == ([], [])


def test_one_berth_more_in_the_example_catches_the_call() -> None:
    document = json.loads(EXAMPLE)
    document["calls"][0]["berths"].append({"facility_name": "Old Cargo Pier"})
    decision = strict(decide_json(json.dumps(document).encode(), judge()))
    assert decision["outcome"] == "applies"
    assert [duty["met"] for duty in decision["calls"][0]["duties"]] == ["yes"] * 5


@SHORT
@given(document=documents(), known_at=knowledge_days)
def test_every_decision_is_json_of_the_documented_shape(document: dict[str, Any], known_at: date) -> None:
    check(strict(decide_json(json.dumps(document).encode(), judge(known_at))), len(document["calls"]))


@settings(SHORT, max_examples=40)
@given(document=documents())
def test_writing_a_notice_differently_changes_nothing(document: dict[str, Any]) -> None:
    plain = decide_json(json.dumps(document).encode(), judge())
    spaced = json.dumps(document, indent=3, ensure_ascii=False, sort_keys=True).encode()
    assert decide_json(spaced, judge()) == plain
    assert decide_json(b"\xef\xbb\xbf" + spaced, judge()) == plain


def test_a_decision_is_written_alike_by_both_writers() -> None:
    assert write_decision(decide(EXAMPLE.encode(), judge())) == decide_json(EXAMPLE.encode(), judge())


def test_the_schemas_describe_every_field_of_the_contract() -> None:
    described = schemas("#/components/schemas/{name}")
    assert {"schema", "vessel", "arrival", "calls"} <= described["NoticeShape"]["properties"].keys()
    assert {"outcome", "edition", "known_at", "would_change_if", "digest"} <= described["Decision"]["properties"].keys()


@pytest.mark.parametrize("field", ["vessel", "purpose", "berths", "measures", "facility", "arrived"])
def test_a_field_that_may_be_absent_may_be_null(field: str) -> None:
    document = json.loads(EXAMPLE)
    (document if field == "vessel" else document["calls"][0])[field] = None
    strict(decide_json(json.dumps(document).encode(), judge()))
