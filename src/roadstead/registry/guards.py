"""What the database itself refuses of portfolios: two responsible officers for one country on one day, and a cover
for nobody: its days lie within those of one responsible officer, who is somebody else.

Here and not in a migration alone, since a later migration that makes SQLite's table anew loses its triggers: `serve`
lays what is missing. Taking rows away is not guarded; no action takes away a time that has begun.
"""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

TABLE = "registry_assignment"
TWO = "two officers would be responsible for one country on one day"
NOBODY = "a cover lies within the time of one responsible officer, who is somebody else"
# :C stands for the country. All rows of the country are looked at: there are few, and an update may break others.
_TWO = f"""EXISTS (SELECT 1 FROM {TABLE} a JOIN {TABLE} b ON b.country_id = a.country_id AND b.id > a.id
    WHERE a.country_id = :C AND a.kind = 'responsible' AND b.kind = 'responsible'
    AND (a.valid_until IS NULL OR b.valid_from < a.valid_until)
    AND (b.valid_until IS NULL OR a.valid_from < b.valid_until))"""  # noqa: S608 - constants of ours
_NOBODY = f"""EXISTS (SELECT 1 FROM {TABLE} c WHERE c.country_id = :C AND c.kind = 'cover' AND NOT EXISTS (
    SELECT 1 FROM {TABLE} r WHERE r.country_id = :C AND r.kind = 'responsible' AND r.officer_id <> c.officer_id
    AND r.valid_from <= c.valid_from AND (r.valid_until IS NULL OR r.valid_until >= c.valid_until)))"""  # noqa: S608
_ONE_AFTER_ANOTHER = "PERFORM pg_advisory_xact_lock(hashtext('registry_assignment'), hashtext(NEW.country_id));"
_FUNCTION = f"""CREATE OR REPLACE FUNCTION registry_assignment_check() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {_ONE_AFTER_ANOTHER}
        IF {_TWO} THEN RAISE EXCEPTION '{TWO}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        IF {_NOBODY} THEN RAISE EXCEPTION '{NOBODY}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN NULL;
    END $$""".replace(":C", "NEW.country_id")
_SQLITE = f"""ON {TABLE} BEGIN
    SELECT RAISE(ABORT, '{TWO}') WHERE {_TWO}; SELECT RAISE(ABORT, '{NOBODY}') WHERE {_NOBODY}; END""".replace(
    ":C", "NEW.country_id"
)
_WANTED = {
    # After, not before: only then has a new row its number on SQLite.
    "sqlite": {
        "registry_assignment_new": f"AFTER INSERT {_SQLITE}",
        "registry_assignment_changed": f"AFTER UPDATE {_SQLITE}",
    },
    "postgresql": {
        "registry_assignment_checked": f"AFTER INSERT OR UPDATE ON {TABLE} FOR EACH ROW "
        "EXECUTE FUNCTION registry_assignment_check()"
    },
}
_PRESENT = {
    "sqlite": f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{TABLE}'",  # noqa: S608
    # A trigger that was disabled is there, and does nothing.
    "postgresql": f"""SELECT tgname FROM pg_trigger
        WHERE tgrelid = to_regclass('{TABLE}') AND NOT tgisinternal AND tgenabled IN ('O', 'A')""",  # noqa: S608
}
HINT = "Run “roadstead serve”, or registry.guards.lay; then find out who took them away."


def lay(connection: Any) -> None:
    """Lay the triggers, anew if they are there."""
    take_away(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for name, body in _WANTED[connection.vendor].items():
            cursor.execute(f"CREATE TRIGGER {name} {body}")


def take_away(connection: Any) -> None:
    """Take the triggers away: for the undoing of the migration."""
    of_table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in _WANTED[connection.vendor]:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")
        if of_table:
            cursor.execute("DROP FUNCTION IF EXISTS registry_assignment_check()")


def missing(connection: Any) -> list[str]:
    """The triggers that a database with the table lacks, or that do nothing."""
    if TABLE not in connection.introspection.table_names():
        return []
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor])
        present = {name for (name,) in cursor.fetchall()}
    return sorted(_WANTED[connection.vendor].keys() - present)


def restore(connection: Any) -> list[str]:
    """Lay what is missing; what was. For the start of the server, after the migrations."""
    gone = missing(connection)
    if gone:
        lay(connection)
    return gone


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    gone = {alias: missing(connections[alias]) for alias in databases or ()}
    said = "The database “{}” would take two responsible officers for one day: {} missing."
    return [Error(said.format(one, ", ".join(names)), HINT, id="registry.E1") for one, names in gone.items() if names]
