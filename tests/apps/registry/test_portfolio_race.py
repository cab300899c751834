"""Several who change one country's officer at one moment, each with a connection of its own."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.registry.actions.portfolio_shape import PortfolioError
from roadstead.registry.models import Assignment
from roadstead.registry.queries.coverage import drift
from tests.apps.registry import posting
from tests.together import Together, together

__all__ = ["together"]

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 5


@pytest.fixture
def officers() -> list[User]:
    posting.countries("GH", "NG")
    return [posting.officer(f"Officer {number}") for number in range(AT_ONCE)]


def standing() -> list[tuple[str, int]]:
    return list(Assignment.objects.order_by("country").values_list("country_id", "officer_id"))


def test_of_many_who_write_at_one_moment_past_every_action_one_stands(together: Together, officers: list[User]) -> None:
    def write(officer: User) -> Callable[[], int]:
        def wrote() -> int:
            with transaction.atomic():
                row = Assignment.objects.create(
                    country_id="NG",
                    officer=officer,
                    valid_from=date(2027, 4, 1),
                    why="test",
                    given_by=officer,
                    given_at=clock.now(),
                )
                time.sleep(0.05)  # the others write meanwhile, and do not see this row
                return row.officer_id

        return wrote

    results = together([write(one) for one in officers])
    stood = [one for one in results if isinstance(one, int)]
    assert len(stood) == 1
    assert all(isinstance(one, IntegrityError) for one in results if one not in stood)
    assert together([standing]) == [[("NG", stood[0])]]


def test_of_many_who_assign_at_one_moment_the_first_stands_and_the_others_are_told(
    together: Together, officers: list[User]
) -> None:
    by = posting.headquarters()
    # Each has the two countries in another order; they wait for one another, and do not hold each other fast.
    results = together([lambda one=one: posting.assign(by, one, *_turned(one)) for one in officers])
    errors = [one for one in results if isinstance(one, PortfolioError)]
    assert len(errors) == AT_ONCE - 1
    assert all("since this very day" in str(one) for one in errors)
    (found,), (differing,) = together([standing]), together([drift])
    assert [code for code, _officer in found] == ["GH", "NG"]
    assert len({officer for _code, officer in found}) == 1
    assert not differing


def _turned(officer: User) -> list[str]:
    return ["NG", "GH"] if officer.pk % 2 else ["GH", "NG"]
