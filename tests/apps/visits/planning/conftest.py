"""Countries and people for the tests of planning."""

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.registry.models import Country
from tests import people
from tests.apps.engagement.planting import NAMES
from tests.conftest import FrozenClock


@pytest.fixture(autouse=True)
def _countries(db: None, clock: FrozenClock) -> None:
    for code, name in NAMES.items():
        said = {"name": name, "coast": "coastal", "region": "Africa", "subregion": "Western Africa"}
        Country.objects.get_or_create(code=code, defaults=said)


@pytest.fixture
def lea() -> User:
    """A liaison officer for Nigeria and Ghana."""
    return people.holder(Role.LIAISON, "NG", "GH", name="Lea Liaison")


@pytest.fixture
def tom() -> User:
    """A liaison officer for Togo."""
    return people.holder(Role.LIAISON, "TG", name="Tom Liaison")


@pytest.fixture
def embassy() -> User:
    return people.holder(Role.EMBASSY, "NG", name="Eve Embassy")


@pytest.fixture
def agency() -> User:
    return people.holder(Role.AGENCY, "NG", name="Abe Agency")


@pytest.fixture
def authority() -> User:
    return people.holder(Role.AUTHORITY, "NG", name="Ngozi Authority")
