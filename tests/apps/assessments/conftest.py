"""Countries and people for the tests of self-assessments."""

from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.assessments.models import SelfAssessment
from roadstead.registry.models import Facility
from tests import people
from tests.apps.assessments import acting
from tests.apps.engagement.planting import NAMES, country
from tests.together import together as together


@pytest.fixture(autouse=True)
def _countries(db: None, clock: Any, settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    clock.set("2026-11-23")
    for code in NAMES:
        country(code)


@pytest.fixture
def nigeria() -> User:
    return people.holder(Role.AUTHORITY, "NG", name="Ngozi Authority")


@pytest.fixture
def deputy() -> User:
    return people.holder(Role.AUTHORITY, "NG", name="Dele Deputy", email="dele@example.org")


@pytest.fixture
def ghana() -> User:
    return people.holder(Role.AUTHORITY, "GH", name="Kofi Authority")


@pytest.fixture
def liaison() -> User:
    return people.holder(Role.LIAISON, "NG", name="Lea Liaison")


@pytest.fixture
def quay() -> Facility:
    return acting.facility()


@pytest.fixture
def officer(quay: Facility) -> User:
    """The security officer of the quay."""
    return people.holder(Role.FACILITY, "NGAPP-0001", name="Folu Officer")


@pytest.fixture
def own(nigeria: User) -> SelfAssessment:
    """Nigeria’s own, just begun."""
    return acting.begun(nigeria)
