"""Fixtures for signing in."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings


@pytest.fixture
def as_production() -> Iterator[None]:
    """The settings of production, as far as pages ask for them."""
    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, production=True)):
        yield
