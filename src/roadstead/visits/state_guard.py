"""What the database itself refuses of visits: a step from one state to another that `enums.ONWARD` does not have.

Here and not in a migration alone, since a later migration that makes SQLite's table anew loses its triggers: `serve`
lays what is missing.
"""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from roadstead.visits.enums import ONWARD

TABLE, NAME = "visits_visit", "visits_visit_way"
MESSAGE = "a visit does not go this way"
_AFTER = {before.value: ", ".join(f"'{one.value}'" for one in after) for before, after in ONWARD.items()}
_WAYS = " OR ".join(f"(OLD.state = '{before}' AND NEW.state IN ({after}))" for before, after in _AFTER.items())
_WHEN = f"WHEN (NEW.state <> OLD.state AND NOT ({_WAYS}))"
_FUNCTION = f"""CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"""
_LAID = {
    "sqlite": f"BEFORE UPDATE OF state ON {TABLE} {_WHEN} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    "postgresql": f"BEFORE UPDATE OF state ON {TABLE} FOR EACH ROW {_WHEN} EXECUTE FUNCTION {NAME}()",
}
_PRESENT = {
    "sqlite": f"SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = '{NAME}'",  # noqa: S608 - ours
    # A trigger that was disabled is there, and does nothing.
    "postgresql": f"SELECT 1 FROM pg_trigger WHERE tgname = '{NAME}' AND tgenabled IN ('O', 'A')",  # noqa: S608
}
HINT = "Run “roadstead serve”, or visits.state_guard.lay; then find out who took it away."


def lay(connection: Any) -> None:
    """Lay the trigger, anew if it is there."""
    take_away(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        cursor.execute(f"CREATE TRIGGER {NAME} {_LAID[connection.vendor]}")


def take_away(connection: Any) -> None:
    """Take the trigger away: for the undoing of the migration."""
    of_table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {NAME}{of_table}")
        if of_table:
            cursor.execute(f"DROP FUNCTION IF EXISTS {NAME}()")


def missing(connection: Any) -> list[str]:
    """The trigger, where a database with the table lacks it."""
    if TABLE not in connection.introspection.table_names():
        return []
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor])
        return [] if cursor.fetchone() else [NAME]


def restore(connection: Any) -> list[str]:
    """Lay it if it is missing; what was. For the start of the server, after the migrations."""
    gone = missing(connection)
    if gone:
        lay(connection)
    return gone


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    gone = [alias for alias in databases or () if missing(connections[alias])]
    said = "The database “{}” would take a visit from any state to any other: {} is missing."
    return [Error(said.format(one, NAME), HINT, id="visits.E1") for one in gone]
