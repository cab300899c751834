"""A rule book of its own, the people who make an edition, and a watch with one zone."""

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.registry.models import Zone
from tests.apps.drafting.conftest import _book_of_its_own, people
from tests.apps.watch.houston import houston
from tests.apps.watch.notices import ZONE
from tests.people import holder

__all__ = ["_book_of_its_own", "people"]


@pytest.fixture
def zone(db: None) -> Zone:
    """The zone that the port of Houston lies in."""
    return houston()


@pytest.fixture
def watch(zone: Zone) -> User:
    return holder(Role.WATCH, ZONE, name="Wanda Watch")
