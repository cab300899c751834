"""Portfolio and role do not drift apart, whatever is done in whatever order; and no day has two officers."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TypeVar

import pytest

from roadstead.accounts.models import User
from roadstead.registry.actions import handing_over
from roadstead.registry.actions.portfolio_shape import PortfolioError
from roadstead.registry.models import Assignment
from roadstead.registry.queries.coverage import drift, gaps
from tests import people
from tests.apps.registry import posting
from tests.apps.registry.posting import days

pytestmark = pytest.mark.django_db
CODES = ("CM", "GH", "NG", "TG")
ACTS = 40
T = TypeVar("T")


class Chance:
    """Numbers without a pattern, the same in every run."""

    def __init__(self, seed: int) -> None:
        self.seed, self.asked = seed, 0

    def below(self, most: int) -> int:
        self.asked += 1
        return int.from_bytes(hashlib.sha256(f"{self.seed} {self.asked}".encode()).digest()[:4]) % most

    def choice(self, among: Sequence[T]) -> T:
        return among[self.below(len(among))]

    def sample(self, among: Sequence[T], number: int) -> list[T]:
        start = self.below(len(among))
        return [among[(start + step) % len(among)] for step in range(number)]


def act(chance: Chance, by: User, officers: list[User]) -> None:
    """One act of any kind; most are refused, as they should be."""
    codes, who = chance.sample(CODES, 1 + chance.below(3)), chance.choice(officers)
    first = days(chance.below(13))
    until = first + timedelta(days=1 + chance.below(30))
    match chance.choice(["assign", "assign", "bounded", "cover", "cover", "end", "hand over"]):
        case "assign":
            posting.assign(by, who, *codes, first=first)
        case "bounded":
            posting.assign(by, who, *codes, first=first, until=until)
        case "cover":
            posting.cover(by, who, *codes[:1], first=first, until=until)
        case "end":
            rows = list(Assignment.objects.order_by("pk"))
            if rows:
                posting.end(by, chance.choice(rows), first)
        case "hand over":
            said = {"taker": who.pk, "countries": codes[:1], "on": first, "why": "x", "by": people.viewer(by)}
            handing_over.hand_over(giver=chance.choice(officers).pk, **said)


@pytest.mark.parametrize("seed", range(4))
def test_roles_follow_portfolios(seed: int, clock) -> None:
    posting.countries()
    chance, by = Chance(seed), posting.headquarters()
    officers = [posting.officer(f"Officer {number}") for number in range(3)]
    done = 0
    for _number in range(ACTS):
        try:
            act(chance, by, officers)
            done += 1
        except PortfolioError:
            pass
        assert not drift()
        clock.advance(timedelta(days=chance.choice([0, 0, 1, 5])))
        assert not drift()
    assert done >= 8
    rows = list(Assignment.objects.filter(kind="responsible").order_by("country", "valid_from"))
    for before, after in pairwise(rows):
        assert before.country_id != after.country_id or before.valid_until <= after.valid_from


def test_what_an_administrator_changes_is_told(clock) -> None:
    posting.countries()
    by, ana = posting.headquarters(), posting.officer("Ana Reyes")
    posting.assign(by, ana, "NG")
    people.give(ana, "liaison", "GH")
    assert drift().without_portfolio == {(ana.pk, "GH")}
    ana.grants.filter(scopes__value="NG").update(withdrawn_at=clock(), withdrawn_why="left")
    assert drift().without_role == {(ana.pk, "NG")}


def test_gaps_are_the_countries_with_a_coast_that_have_nobody(clock) -> None:
    posting.countries()
    by, ana = posting.headquarters(), posting.officer("Ana Reyes")
    assert gaps(days(0)) == [("CM", "Cameroon"), ("GH", "Ghana"), ("NG", "Nigeria"), ("TG", "Togo")]
    posting.assign(by, ana, "NG", "GH", until=days(9))
    assert gaps(days(8)) == [("CM", "Cameroon"), ("TG", "Togo")]
    assert [code for code, _name in gaps(days(9))] == ["CM", "GH", "NG", "TG"]
    assert [code for code, _name in gaps(days(-1))] == ["CM", "GH", "NG", "TG"]
