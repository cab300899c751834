"""The shape of `roadstead/decision/1`, written out from the contract and checked key by key."""

import json
import re
from datetime import date, datetime, timedelta
from typing import Any

THREE = {"yes", "no", "unknown"}
OUTCOMES = {"applies", "does_not_apply", "cannot_tell"}
BOARDING = {"none", "may", "will", "unknown"}
GUARDS = {"none", "required", "captain_of_the_port_decides", "normally_waived", "unknown"}
DUTIES = ["C1", "C2", "C3", "C4", "C5"]
DECISION = {"schema", "outcome", "edition", "known_at", "calls", "tests", "in_us_port", "questions", "warnings"}
CALL = {"country", "port", "departed", "counted", "listed", "excepted", "caught", "duties", "reasons"}
PATH = re.compile(r"(calls\[\d+\]|arrival|vessel)(\.[a-z_0-9]+(\[\d+\])?)*")


def strict(text: bytes) -> dict[str, Any]:
    """JSON by the book: no NaN, no key twice."""

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in found}) == len(found)
        return dict(found)

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    document = json.loads(text.decode("utf-8"), parse_constant=refuse, object_pairs_hook=pairs)
    assert isinstance(document, dict)
    return document


def check(decision: dict[str, Any], calls: int) -> None:
    """Every promise of contracts.md §4 on names and values."""
    assert decision.keys() >= DECISION | {"would_change_if", "digest"}
    assert decision["schema"] == "roadstead/decision/1"
    assert decision["outcome"] in OUTCOMES
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", decision["known_at"])
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", decision["digest"])
    assert decision["tests"].keys() >= {"arrival_in_us", "visit_to_listed_port"}
    assert {decision["tests"]["arrival_in_us"], decision["tests"]["visit_to_listed_port"]} <= OUTCOMES
    assert decision["in_us_port"]["boarding"] in BOARDING
    assert decision["in_us_port"]["armed_guards"] in GUARDS
    assert len(decision["calls"]) == calls
    for call in decision["calls"]:
        _check_call(call)
    _check_edition(decision["edition"])
    _check_lists(decision)


def _check_edition(edition: dict[str, Any] | None) -> None:
    if edition is not None:
        assert edition.keys() >= {"psa", "effective_on"}
        assert edition["psa"] is None or re.fullmatch(r"\d{1,2}-\d{2}", edition["psa"])
        assert edition["effective_on"] is None or date.fromisoformat(edition["effective_on"])


def _check_call(call: dict[str, Any]) -> None:
    assert call.keys() >= CALL
    assert re.fullmatch(r"[A-Z]{2}", call["country"])
    assert call["port"] is None or re.fullmatch(r"[A-Z]{2}[A-Z2-9]{3}", call["port"])
    assert call["departed"].endswith("Z")
    assert datetime.fromisoformat(call["departed"]).utcoffset() == timedelta(0)
    for step in ("counted", "listed", "excepted", "caught"):
        assert call[step] in THREE
    assert [duty["code"] for duty in call["duties"]] == ([] if call["caught"] == "no" else DUTIES)
    assert all(duty["met"] in THREE for duty in call["duties"])
    assert call["reasons"]
    for reason in call["reasons"]:
        _check_sentence(reason)


def _check_lists(decision: dict[str, Any]) -> None:
    for question in decision["questions"]:
        _check_sentence(question)
        assert PATH.fullmatch(question["field"])
        assert question["settles"] in {"outcome", "consequences"}
    for warning in decision["warnings"]:
        _check_sentence(warning)
    for change in decision["would_change_if"]:
        assert change["text"]
        assert change["outcome"] in OUTCOMES - {decision["outcome"]}
        assert isinstance(change["change"], dict)
    if decision["outcome"] == "cannot_tell":
        assert any(question["settles"] == "outcome" for question in decision["questions"])


def _check_sentence(said: dict[str, Any]) -> None:
    assert re.fullmatch(r"[a-z_]+", said["code"])
    assert said["text"].strip()
    if said["code"] != "field_ignored":  # it repeats what was sent
        assert not re.search(r"\{\w*\}|\bNone\b|Truth\.|<.* at 0x", said["text"]), said["text"]
    assert said.get("citation") is None or said["citation"].strip()
    assert said.get("url") is None or said["url"].startswith("http")
