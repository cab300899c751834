"""What the database itself refuses of the entries of a log: to be changed. A correction is another entry."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage

from roadstead.common.triggers import refusing

TABLE, NAME = "arrivals_logentry", "arrivals_logentry_kept"
MESSAGE = "an entry of a log is never changed"
HINT = "Run “roadstead serve”, or arrivals.log_guard.lay; then find out who took it away."
_LAID = refusing(TABLE, NAME, MESSAGE)
lay, take_away, missing, restore = _LAID.lay, _LAID.take_away, _LAID.missing, _LAID.restore


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    said = "The database “{}” would let an entry of a log be changed: {} is missing."
    return _LAID.errors(databases, said, HINT, "arrivals.E1")
