"""A small demonstration world: a few countries of the real one, made by the very command, once for the module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from roadstead.cli import demonstration
from roadstead.registry.loading.report import LoadReport
from roadstead.visits.demonstration.ahead import SCENES
from tests.apps.registry.conftest import loaded

__all__ = ["loaded"]
MORE = ("BR", "EG", "JP", "KE")  # beside the portfolio that is shown
COUNTRIES = ("BR", "CM", "EG", "GH", "JP", "LR", "NG")


def _made(countries: tuple[str, ...], django_db_blocker: DjangoDbBlocker, data: Path) -> Iterator[tuple[str, ...]]:
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a dozen good ones would take a second
    with override_settings(DATA_DIR=data, PASSWORD_HASHERS=quick), django_db_blocker.unblock():
        demonstration.make(only=countries)
        yield countries


@pytest.fixture(scope="module")
def world(loaded: LoadReport, django_db_blocker: DjangoDbBlocker, tmp_path_factory) -> Iterator[tuple[str, ...]]:
    """The countries of the world; it goes with the reference data, in whose transaction it is made."""
    yield from _made(COUNTRIES, django_db_blocker, tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def portfolio(loaded: LoadReport, django_db_blocker: DjangoDbBlocker, tmp_path_factory) -> Iterator[tuple[str, ...]]:
    """The portfolio that is shown, with a visit in each state, and some countries more."""
    yield from _made(tuple(sorted((*SCENES, *MORE))), django_db_blocker, tmp_path_factory.mktemp("portfolio"))
