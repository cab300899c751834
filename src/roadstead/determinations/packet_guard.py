"""What the database itself refuses of frozen packets: to be changed."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage

from roadstead.common.triggers import refusing

TABLE, NAME = "determinations_packet", "determinations_packet_frozen"
MESSAGE = "a packet is frozen"
HINT = "Run “roadstead serve”, or determinations.packet_guard.lay; then find out who took it away."
_LAID = refusing(TABLE, NAME, MESSAGE)
lay, take_away, missing, restore = _LAID.lay, _LAID.take_away, _LAID.missing, _LAID.restore


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    said = "The database “{}” would let a frozen packet be changed: {} is missing."
    return _LAID.errors(databases, said, HINT, "determinations.E1")
