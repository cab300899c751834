"""Countries with their names, and a clock that stands, for the tests of people outside the programme."""

import pytest

from roadstead.common.folding import fold
from roadstead.registry.models import CountryName
from tests.apps.engagement.planting import country
from tests.conftest import FrozenClock


@pytest.fixture(autouse=True)
def _stage(clock: FrozenClock, db: None) -> None:
    for code in ("NG", "GH", "TG"):
        name = country(code).name
        said = {"language": "en", "name": name, "folded": fold(name), "main": True}
        CountryName.objects.get_or_create(country_id=code, defaults=said)
