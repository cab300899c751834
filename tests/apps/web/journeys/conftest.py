"""A small demonstration world: a few countries of the real one, made by the very command, once for the module."""

from collections.abc import Iterator

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from roadstead.cli import demonstration
from roadstead.registry.loading.report import LoadReport
from tests.apps.registry.conftest import loaded

__all__ = ["loaded"]
COUNTRIES = ("BR", "CM", "EG", "GH", "JP", "LR", "NG")


@pytest.fixture(scope="module")
def world(loaded: LoadReport, django_db_blocker: DjangoDbBlocker, tmp_path_factory) -> Iterator[tuple[str, ...]]:
    """The countries of the world; it goes with the reference data, in whose transaction it is made."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a dozen good ones would take a second
    data = tmp_path_factory.mktemp("world")
    with override_settings(DATA_DIR=data, PASSWORD_HASHERS=quick), django_db_blocker.unblock():
        demonstration.make(only=COUNTRIES)
        yield COUNTRIES
