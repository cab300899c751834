"""Countries and people for the tests of training."""

from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from tests import people
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
def embassy() -> User:
    return people.holder(Role.EMBASSY, "NG", name="Eva Embassy")


@pytest.fixture
def ghana() -> User:
    return people.holder(Role.AUTHORITY, "GH", name="Kofi Authority", email="kofi@example.org")


@pytest.fixture
def liaison() -> User:
    return people.holder(Role.LIAISON, "NG", name="Lea Liaison")


@pytest.fixture
def chief() -> User:
    return people.holder(Role.HEADQUARTERS, name="Cora Chief")


@pytest.fixture
def analyst() -> User:
    return people.holder(Role.ANALYST, name="Ada Analyst")
