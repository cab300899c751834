"""Two companies, a watch, and a day on which Iran is on the list."""

from pathlib import Path

import pytest

from roadstead.accounts.models import User
from tests.apps.ships import acting
from tests.apps.watch.conftest import watch, zone
from tests.conftest import FrozenClock

__all__ = ["watch", "zone"]


@pytest.fixture(autouse=True)
def _day(clock: FrozenClock, db: None, settings: object, tmp_path: Path) -> None:
    clock.set(acting.NOW)
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def ours() -> User:
    return acting.operator()


@pytest.fixture
def theirs() -> User:
    return acting.operator(acting.THEIRS)
