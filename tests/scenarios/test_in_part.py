"""Scenarios of an invented rule book that lists single ports and facilities; batch screening answers them alike."""

import json
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from roadstead.core.advisory import RuleBook
from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.rulebook.loader import load
from roadstead.screening.engines import DuckDB
from roadstead.wire.decision import decide_json
from tests.conformance.holding import same
from tests.conformance.told import rows_of
from tests.core.strategies import parsed
from tests.scenarios.reading import HERE, TODAY, notice_of
from tests.scenarios.test_good import found

FOLDER = HERE / "in_part"
SCENARIOS = [
    (f"{file.stem}: {scenario['name']}", scenario)
    for file in sorted((FOLDER / "good").glob("*.yaml"))
    for scenario in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
]


@cache
def book() -> RuleBook:
    return load(extra=FOLDER / "rulebook")


@pytest.mark.parametrize("scenario", [one for _, one in SCENARIOS], ids=[name for name, _ in SCENARIOS])
def test_the_scenario_holds(scenario: dict[str, Any]) -> None:
    judge = Judge(Snapshot(book(), _known_at(scenario)))
    decision = json.loads(decide_json(json.dumps(notice_of(scenario["given"])).encode(), judge))
    said = found(decision, scenario["then"])
    assert said == scenario["then"], json.dumps(decision, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("arrival", [False, True], ids=["as known today", "as known on arrival"])
def test_batch_screening_says_the_same(arrival: bool) -> None:
    told = [rows_of(number, parsed(notice_of(one["given"]))) for number, (_, one) in enumerate(SCENARIOS)]
    rows = [row for voyage in told for row in voyage or ()]
    assert len({row["voyage_id"] for row in rows}) >= len(SCENARIOS) - 2
    same(rows, book(), None if arrival else TODAY, DuckDB(threads=1))


def _known_at(scenario: dict[str, Any]) -> date:
    return date.fromisoformat(scenario.get("known_at", TODAY.isoformat()))
