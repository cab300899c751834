"""Reference data for the tests of a module: loaded once, in a transaction that is rolled back after the module."""

from collections.abc import Iterator
from functools import cache

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from roadstead.registry import actions
from roadstead.registry.loading.gather import gather
from roadstead.registry.loading.report import LoadReport


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[LoadReport]:
    """The report of the loading; the data stay for the module. Use `db` beside it, as for any database test.

    The sources are read once, also where a test loads again: reading them takes half the time.
    """
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(actions, "gather", cache(gather))
        yield actions.load_reference_data(by="tests")
        transaction.set_rollback(True)
