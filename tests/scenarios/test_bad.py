"""Every document in bad/ is refused with the documented words, and never with a traceback."""

import json
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.rulebook.loader import shipped
from roadstead.wire.decision import decide_json
from roadstead.wire.errors import NoticeError
from tests.scenarios.reading import bad

SCENARIOS = bad()
JUDGE = Judge(Snapshot(shipped(), date(2026, 11, 22)))
SOUND: dict[str, Any] = {
    "schema": "roadstead/notice/1",
    "vessel": {"name": "EXAMPLE", "imo": "9074729", "flag": "PA"},
    "arrival": {"port": "USHOU", "eta": "2019-06-01T06:00:00Z"},
    "calls": [
        {"country": "SG", "port": "SGSIN", "departed": "2019-05-20T12:00:00Z", "berths": [{}], "measures": {}},
        {"country": "DJ", "departed": "2019-05-11T18:00:00Z", "arrived": "2019-05-10T02:00:00Z"},
    ],
}


def test_the_document_that_bad_ones_are_made_of_is_sound() -> None:
    decide_json(json.dumps(SOUND).encode(), JUDGE)


@pytest.mark.parametrize("scenario", [s for _, s in SCENARIOS], ids=[name for name, _ in SCENARIOS])
def test_the_document_is_refused_in_plain_words(scenario: dict[str, Any]) -> None:
    with pytest.raises(NoticeError) as caught:
        decide_json(_body(scenario), JUDGE)
    problems = [(problem.field, problem.message) for problem in caught.value.problems]
    wanted = [(entry["field"], entry["says"]) for entry in scenario["then"]]
    assert [field for field, _ in problems] == [field for field, _ in wanted]
    for (field, message), (_, words) in zip(problems, wanted, strict=True):
        assert words in message, f"{field}: {message}"


def test_there_are_bad_documents_enough() -> None:
    assert len(SCENARIOS) >= 35


def _body(scenario: dict[str, Any]) -> bytes:
    if "hex" in scenario:
        return bytes.fromhex(scenario["hex"])
    if "raw" in scenario:
        return str(scenario["raw"]).encode(scenario.get("encoding", "utf-8"))
    document = deepcopy(SOUND)
    for path in scenario.get("without", ()):
        node, last = _at(document, path)
        del node[last]
    for path, value in scenario.get("with", {}).items():
        node, last = _at(document, path)
        node[last] = value
    if "calls_repeated" in scenario:
        document["calls"] *= scenario["calls_repeated"]
    text = json.dumps(document, ensure_ascii=False).replace("%LONG%", "x" * scenario.get("long", 0))
    return text.encode(scenario.get("encoding", "utf-8"))


def _at(document: Any, path: str) -> tuple[Any, Any]:
    *parts, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    node = document
    for part in parts:
        node = node[part]
    return node, last
