"""Countries, people and a visit that was made, for the tests of reports."""

from datetime import date

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.visits.models import Visit
from tests import people
from tests.apps.engagement.planting import NAMES, country
from tests.apps.visits.observed import acting


@pytest.fixture(autouse=True)
def _countries(db: None, clock: object) -> None:
    for code in NAMES:
        country(code)


@pytest.fixture
def liaison() -> User:
    return people.holder(Role.LIAISON, "NG", "GH", name="Lea Liaison")


@pytest.fixture
def colleague() -> User:
    return people.holder(Role.LIAISON, "NG", name="Cole League")


@pytest.fixture
def headquarters() -> User:
    return people.holder(Role.HEADQUARTERS, name="Hal Quarters")


@pytest.fixture
def nigeria() -> User:
    return people.holder(Role.AUTHORITY, "NG", name="Ngozi Authority")


@pytest.fixture
def deputy() -> User:
    """A second person of Nigeria's authority."""
    return people.holder(Role.AUTHORITY, "NG", name="Dele Deputy", email="dele@example.org")


@pytest.fixture
def ghana() -> User:
    return people.holder(Role.AUTHORITY, "GH", name="Kofi Authority")


@pytest.fixture
def trip(liaison: User) -> Visit:
    return acting.visit(liaison, state="made", notice_on=date(2026, 10, 1), title="Lagos, November (invented)")


@pytest.fixture
def hosted(trip: Visit) -> Visit:
    """The same visit, shared with its State."""
    trip.mark = Mark.PARTNER
    trip.save(update_fields=["mark"])
    trip.states.add("NG")
    return trip
