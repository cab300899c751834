"""Several officers who sign at one moment, each with a connection of their own."""

from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.arrivals.actions.letter_signing import sign_letter
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Letter
from tests.apps.watch.letters import OFFICE, begun, caught
from tests.people import viewer
from tests.together import Together, together

__all__ = ["together"]
pytestmark = pytest.mark.django_db(transaction=True)


def _signs(letter: Letter, by: Any) -> Any:
    try:
        return sign_letter(letter=letter, revision=1, signed_as=OFFICE, by=by).number
    except ArrivalError as error:
        return str(error)


def test_numbers_have_no_gap_and_no_letter_has_two(together: Together, watch: User) -> None:
    by = viewer(watch)
    drafts = [begun(caught(by, number), by) for number in range(3)]
    told = together([lambda one=one: _signs(one, by) for one in [*drafts, drafts[0]]])
    assert sorted(one for one in told if isinstance(one, int)) == [1, 2, 3]
    (refused,) = [one for one in told if isinstance(one, str)]
    assert "has signed it already" in refused
