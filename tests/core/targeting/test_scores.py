"""Scores by the shipped matrices: cases worked by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadstead.core.scoring import score
from roadstead.core.truth import UNKNOWN
from roadstead.rulebook import matrices

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]


def compare(case: dict[str, Any], name: str) -> None:
    found = score(matrices.in_force(name, DAY), case["given"])
    assert [found.points.low, found.points.high] == case["points"]
    assert [band.code for band in found.bands] == case["bands"]
    assert found.decided_by == case["decided_by"]
    assert list(found.deciding) == case.get("deciding", [])
    assert [one.fact for one in found.unchecked if one.why == "not_readable"] == case.get("not_readable", [])
    asked = [fact.code for fact in found.matrix.facts]
    silent = [code for code in asked if case["given"].get(code) in (None, UNKNOWN)]
    assert [one.fact for one in found.unchecked if one.why == "not_given"] == silent


@pytest.mark.parametrize("case", cases("paris.yaml"))
def test_paris(case: dict[str, Any]) -> None:
    compare(case, "paris-mou")


@pytest.mark.parametrize("case", cases("united_states.yaml"))
def test_united_states(case: dict[str, Any]) -> None:
    compare(case, "us-security")


def test_each_column_says_what_was_compared_and_where_it_stands() -> None:
    found = score(matrices.in_force("paris-mou", DAY), {"age": 14, "flag_list": "black_medium"})
    age = next(one for one in found.columns if one.code == "age")
    flag = next(one for one in found.columns if one.code == "flag")
    assert age.points.exact == 1
    assert age.rows[0].compared == ("Age in years: 14, against more than 12",)
    assert age.rows[0].citation.url
    assert [row.text for row in flag.rows] == ["Black list, medium risk"]
    ship = next(one for one in found.columns if one.code == "type")
    assert (ship.points.low, ship.points.high, ship.rows[0].holds) == (0, 2, UNKNOWN)
    assert ship.rows[0].compared[0].startswith("Type of ship: not known, against chemical tanker or ")


def test_points_that_are_counted_have_no_upper_bound_while_the_count_is_unknown() -> None:
    matrix = matrices.in_force("us-safety", DAY)
    given: dict[str, Any] = {"detentions": 2, "restrictions": 0, "casualties": 1, "violations": 0, "first_visit": "no"}
    counted = score(matrix, given)
    assert next(one for one in counted.columns if one.code == "history").points.exact == 11
    unknown = score(matrix, {**given, "violations": None})
    history = next(one for one in unknown.columns if one.code == "history")
    assert (history.points.low, history.points.high) == (11, None)
    assert unknown.highest.code == "p1"


def test_every_rank_of_age_brings_its_own_points() -> None:
    matrix = matrices.in_force("us-safety", DAY)
    given = {0: -3, 4: -3, 5: -2, 9: -2, 10: -1, 14: -1, 15: 3, 19: 3, 20: 5, 24: 5, 25: 7, 60: 7}
    for age, points in given.items():
        columns = score(matrix, {"age": age}).columns
        assert next(one for one in columns if one.code == "age").points.exact == points, age
