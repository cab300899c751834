"""Whether the database still guards the events by itself, asked where it matters: at a start and at a check."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage

from roadstead.audit import triggers

HINT = "Run “roadstead serve”, or audit.triggers.lay; then find out who took them away, with “roadstead audit verify”."
missing, restore = triggers.missing, triggers.restore


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    said = "The database “{}” does not guard the events: {} missing."
    return triggers.errors(databases, said, HINT, "audit.E1")
