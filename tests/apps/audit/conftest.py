"""What the tests of the record share."""

from collections.abc import Iterator

import pytest

from roadstead.audit.events import TYPES
from tests.apps.audit import things


@pytest.fixture(autouse=True)
def _a_type_of_the_tests() -> Iterator[None]:
    """The tests' own type of event is known while they run, and to no other test."""
    things.known()
    yield
    TYPES.pop(things.Renamed.type)
