"""Whether the database still guards the events by itself, asked where it matters: at a start and at a check."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from roadstead.audit import triggers
from roadstead.audit.models import Event

HINT = "Run “roadstead serve”, or audit.triggers.lay; then find out who took them away, with “roadstead audit verify”."


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    gone = {alias: missing(connections[alias]) for alias in databases or ()}
    said = "The database “{}” does not guard the events: {} missing."
    return [Error(said.format(one, ", ".join(names)), HINT, id="audit.E1") for one, names in gone.items() if names]


def missing(connection: Any) -> list[str]:
    """The triggers that are missing from a database that has the table of events."""
    if Event._meta.db_table not in connection.introspection.table_names():
        return []
    return triggers.missing(connection)


def restore(connection: Any) -> list[str]:
    """Lay what is missing; what was. For the start of the server, after the migrations."""
    gone = missing(connection)
    if gone:
        triggers.lay(connection)
    return gone
