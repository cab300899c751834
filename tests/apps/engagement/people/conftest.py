"""Countries, and a clock that stands, for the tests of people outside the programme."""

import pytest

from tests.apps.engagement.planting import country
from tests.conftest import FrozenClock


@pytest.fixture(autouse=True)
def _stage(clock: FrozenClock, db: None) -> None:
    for code in ("NG", "GH", "TG"):
        country(code)
