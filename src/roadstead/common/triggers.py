"""What the database itself refuses of a table: triggers laid over it, on SQLite and on PostgreSQL alike.

Here and not in migrations alone, since a later migration that makes SQLite's table anew loses its triggers: `serve`
lays what is missing. What is refused, and in which words, stands with the app whose table it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

_PRESENT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    # A trigger that was disabled is there, and does nothing.
    "postgresql": """SELECT tgname FROM pg_trigger
        WHERE tgrelid = to_regclass(%s) AND NOT tgisinternal AND tgenabled IN ('O', 'A')""",
}


@dataclass(frozen=True, slots=True)
class Triggers:
    """The triggers of one table.

    wanted: by vendor, the name of each and what follows it in `CREATE TRIGGER`; function, body: what those of
    PostgreSQL execute.
    """

    table: str
    function: str
    body: str
    wanted: Mapping[str, Mapping[str, str]]

    def lay(self, connection: Any) -> None:
        """Lay them, anew if they are there."""
        self.take_away(connection)
        head = f"CREATE OR REPLACE FUNCTION {self.function}() RETURNS trigger LANGUAGE plpgsql AS"
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"{head} $$ {self.body} $$")
            for name, rest in self.wanted[connection.vendor].items():
                cursor.execute(f"CREATE TRIGGER {name} {rest}")

    def take_away(self, connection: Any) -> None:
        """Take them away: for the undoing of a migration, and for tests that empty the whole database."""
        of_table = f" ON {self.table}" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            for name in self.wanted[connection.vendor]:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")
            if of_table:
                cursor.execute(f"DROP FUNCTION IF EXISTS {self.function}()")

    def missing(self, connection: Any) -> list[str]:
        """Those that a database with the table lacks, or that do nothing."""
        if self.table not in connection.introspection.table_names():
            return []
        with connection.cursor() as cursor:
            cursor.execute(_PRESENT[connection.vendor], [self.table])
            present = {name for (name,) in cursor.fetchall()}
        return sorted(self.wanted[connection.vendor].keys() - present)

    def restore(self, connection: Any) -> list[str]:
        """Lay what is missing; what was. For the start of the server, after the migrations."""
        gone = self.missing(connection)
        if gone:
            self.lay(connection)
        return gone

    def errors(self, databases: Sequence[str] | None, said: str, hint: str, code: str) -> list[CheckMessage]:
        """What a check of Django's answers. said: with room for the database, and for the names of what is missing."""
        gone = {alias: self.missing(connections[alias]) for alias in databases or ()}
        return [Error(said.format(one, ", ".join(names)), hint, id=code) for one, names in gone.items() if names]


def refusing(table: str, name: str, message: str, *, change: str = "UPDATE", when: str = "") -> Triggers:
    """One trigger that refuses a change of a row. change: which, as SQL says it; when: `WHEN (…)`, else always."""
    refuse = f"BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END"
    sqlite = f"BEFORE {change} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{message}'); END"
    postgresql = f"BEFORE {change} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION {name}()"
    return Triggers(table, name, refuse, {"sqlite": {name: sqlite}, "postgresql": {name: postgresql}})
