"""A visit to Nigeria with an agenda, and the people of both sides."""

from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.common.access.viewer import Viewer
from tests import people
from tests.apps.visits.agenda import planting


@pytest.fixture
def officer(db: None) -> User:
    """Who leads the visit."""
    return people.holder("liaison", "NG", name="Lea Liaison")


@pytest.fixture
def host(db: None) -> User:
    """Somebody of Nigeria’s Designated Authority."""
    return people.holder("authority", "NG", name="Ngozi Authority")


@pytest.fixture
def by(officer: User) -> Viewer:
    return people.viewer(officer)


@pytest.fixture
def theirs(host: User) -> Viewer:
    return people.viewer(host)


@pytest.fixture
def visit(officer: User) -> Any:
    return planting.visit(officer)


@pytest.fixture
def agenda(visit: Any, by: Viewer) -> Any:
    return planting.begun(visit, by)
