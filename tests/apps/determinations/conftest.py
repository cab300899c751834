"""Countries for the tests of cases, and a day for them."""

from datetime import date

import pytest

from roadstead.registry.models import Country
from tests.apps.engagement.planting import NAMES
from tests.conftest import FrozenClock

TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _countries(db: None, clock: FrozenClock) -> None:
    clock.set(TODAY)
    for code, name in NAMES.items():
        said = {"name": name, "coast": "coastal", "region": "Africa", "subregion": "Western Africa"}
        Country.objects.get_or_create(code=code, defaults=said)
