"""A rule book of its own, and three people."""

from pathlib import Path
from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.registry.models import Country
from tests.apps.drafting.making import TODAY
from tests.conftest import FrozenClock
from tests.people import holder


@pytest.fixture(autouse=True)
def _book_of_its_own(db: None, clock: FrozenClock, settings: Any, tmp_path: Path) -> None:
    clock.set(TODAY)
    settings.DATA_DIR = tmp_path
    for code, name in (("GH", "Ghana"), ("NG", "Nigeria")):
        said = {"name": name, "coast": "coastal", "region": "Africa", "subregion": "Western Africa"}
        Country.objects.get_or_create(code=code, defaults=said)


@pytest.fixture
def people() -> dict[str, User]:
    return {
        "officer": holder(Role.LIAISON, "GH", "NG", name="Olive Officer"),
        "analyst": holder(Role.ANALYST, name="Rita Reviewer"),
        "signer": holder(Role.HEADQUARTERS, name="Sam Signer"),
    }
