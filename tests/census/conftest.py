"""The records of the census: made once for the tests of a module, and rolled back after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.apps.registry.conftest import loaded  # noqa: F401 - a fixture
from tests.census import world


@pytest.fixture(scope="module")
def places(loaded: object, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, str]]:  # noqa: F811 - a fixture
    """What stands for the names in braces in a sample. Use `db` beside it, as for any database test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world.places()
        transaction.set_rollback(True)
