"""What the database itself refuses of visits: a step from one state to another that `enums.ONWARD` does not have."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage

from roadstead.common.triggers import refusing
from roadstead.visits.enums import ONWARD

TABLE, NAME = "visits_visit", "visits_visit_way"
MESSAGE = "a visit does not go this way"
HINT = "Run “roadstead serve”, or visits.state_guard.lay; then find out who took it away."
_AFTER = {before.value: ", ".join(f"'{one.value}'" for one in after) for before, after in ONWARD.items()}
_WAYS = " OR ".join(f"(OLD.state = '{before}' AND NEW.state IN ({after}))" for before, after in _AFTER.items())
_WHEN = f"WHEN (NEW.state <> OLD.state AND NOT ({_WAYS}))"
_LAID = refusing(TABLE, NAME, MESSAGE, change="UPDATE OF state", when=_WHEN)
lay, take_away, missing, restore = _LAID.lay, _LAID.take_away, _LAID.missing, _LAID.restore


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    said = "The database “{}” would take a visit from any state to any other: {} is missing."
    return _LAID.errors(databases, said, HINT, "visits.E1")
