"""A clock that stands, for the tests of interactions."""

import pytest

from tests.conftest import FrozenClock


@pytest.fixture(autouse=True)
def _stage(clock: FrozenClock, db: None) -> None:
    pass
