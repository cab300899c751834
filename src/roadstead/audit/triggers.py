"""What the database itself refuses: changing an event, or taking one away.

Personal fields may lose keys and nothing else. Here and not in a migration alone, since a later migration that makes
SQLite's table anew must lay the triggers again.
"""

from typing import Any

MESSAGE = "events are never changed nor taken away"
_FIXED = (
    *("number", "at", "type", "actor", "subject_kind", "subject", "elevation", "token"),
    *("data", "sealed", "previous", "digest"),
)
_SAME_SQLITE = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in _FIXED)
_SAME_POSTGRESQL = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in _FIXED)
_FEWER_SQLITE = """
NEW.personal IS NOT NULL AND OLD.personal IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM json_each(NEW.personal) AS n WHERE NOT EXISTS (
        SELECT 1 FROM json_each(OLD.personal) AS o WHERE o.key = n.key AND o.value = n.value))
"""
SQLITE = (
    f"""CREATE TRIGGER audit_event_no_change BEFORE UPDATE ON audit_event
        WHEN NOT ({_SAME_SQLITE} AND {_FEWER_SQLITE})
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
    f"""CREATE TRIGGER audit_event_no_removal BEFORE DELETE ON audit_event
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
)
POSTGRESQL = (
    f"""CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' AND {_SAME_POSTGRESQL} AND NEW.personal <@ OLD.personal THEN RETURN NEW; END IF;
            RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
    """CREATE FUNCTION audit_event_refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM audit_event) THEN
                RAISE EXCEPTION 'events are never changed nor taken away'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NULL;
        END $$""",
    """CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event
        FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()""",
    """CREATE TRIGGER audit_event_no_emptying BEFORE TRUNCATE ON audit_event
        FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse_emptying()""",
)
AWAY = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS audit_event_no_change",
        "DROP TRIGGER IF EXISTS audit_event_no_removal",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS audit_event_no_change ON audit_event",
        "DROP TRIGGER IF EXISTS audit_event_no_emptying ON audit_event",
        "DROP FUNCTION IF EXISTS audit_event_refuse()",
        "DROP FUNCTION IF EXISTS audit_event_refuse_emptying()",
    ),
}


def lay(connection: Any) -> None:
    """Lay the triggers, anew if they are there."""
    take_away(connection)
    with connection.cursor() as cursor:
        for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[connection.vendor]:
            cursor.execute(statement)


def take_away(connection: Any) -> None:
    """Take the triggers away: for the undoing of the migration, and for tests that empty the whole database."""
    with connection.cursor() as cursor:
        for statement in AWAY[connection.vendor]:
            cursor.execute(statement)
