"""People who search."""

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from tests import people
from tests.apps.engagement.planting import NAMES, country


@pytest.fixture(autouse=True)
def _countries(db: None) -> None:
    for code in NAMES:
        country(code)


@pytest.fixture
def liaison() -> User:
    """A liaison officer for Nigeria and Ghana."""
    return people.holder(Role.LIAISON, "NG", "GH", name="Lea Liaison")


@pytest.fixture
def nigeria() -> User:
    """Somebody of Nigeria's Designated Authority."""
    return people.holder(Role.AUTHORITY, "NG", name="Ngozi Authority")


@pytest.fixture
def ghana() -> User:
    return people.holder(Role.AUTHORITY, "GH", name="Kofi Authority")
