"""People who search: those of the tests of shared information."""

from tests.apps.engagement.conftest import _countries, ghana, liaison, nigeria

__all__ = ["_countries", "ghana", "liaison", "nigeria"]
