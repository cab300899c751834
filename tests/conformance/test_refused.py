"""What batch screening cannot read is refused at start, before any row is looked at."""

from dataclasses import dataclass

import pytest

from roadstead.core import conditions
from roadstead.core.advisory import Policy
from roadstead.core.rules import AllOf, Fact, Holds, InTable, Not, Possible
from roadstead.screening import judging
from roadstead.screening.errors import ScreeningError
from roadstead.screening.judging import Judgement
from roadstead.screening.timeline import Timeline
from tests.core.strategies import BOOK, TODAY

TIMELINE = Timeline(BOOK, TODAY)


@dataclass(frozen=True)
class Newer:
    """A rule of a kind that was added to the core later."""


@pytest.mark.parametrize(
    ("rule", "named"),
    [
        (Newer(), "Newer"),
        (AllOf((Holds("listed"), Not(Possible(Newer())))), "Newer"),
        (Fact("measures.never_heard_of"), "measures.never_heard_of"),
        (Holds("no_such_step"), "no_such_step"),
        (InTable("embargoed", ("country",)), "embargoed"),
        (InTable("listed", ("country", "departed_day")), "departed_day"),
    ],
)
def test_a_rule_that_it_cannot_read(monkeypatch: pytest.MonkeyPatch, rule: object, named: str) -> None:
    def steps(policy: Policy) -> conditions.Steps:
        return (*conditions.steps_of_consequences(policy), ("new", rule))  # type: ignore[return-value]

    monkeypatch.setattr(judging, "steps_of_consequences", steps)
    with pytest.raises(ScreeningError, match=named):
        Judgement(TIMELINE)


def test_a_caught_step_that_does_not_need_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only calls of listed countries are read; rules under which others could be caught must not be."""

    def steps(policy: Policy) -> conditions.Steps:
        changed = {"caught_on_arrival": Holds("counted"), "caught_on_visit": Holds("counted")}
        return tuple((name, changed.get(name, rule)) for name, rule in conditions.steps_after_ranking(policy))

    monkeypatch.setattr(judging, "steps_after_ranking", steps)
    with pytest.raises(ScreeningError, match="listed"):
        Judgement(TIMELINE)


def test_the_rules_as_they_are() -> None:
    assert Judgement(TIMELINE).countries
