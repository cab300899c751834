"""What the database itself refuses of portfolios: two responsible officers for one country on one day, and a cover
for nobody: its days lie within those of one responsible officer, who is somebody else.

Taking rows away is not guarded; no action takes away a time that has begun.
"""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage

from roadstead.common.triggers import Triggers

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
_CHECK = f"""BEGIN
        {_ONE_AFTER_ANOTHER}
        IF {_TWO} THEN RAISE EXCEPTION '{TWO}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        IF {_NOBODY} THEN RAISE EXCEPTION '{NOBODY}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN NULL;
    END""".replace(":C", "NEW.country_id")
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
HINT = "Run “roadstead serve”, or registry.guards.lay; then find out who took them away."
_LAID = Triggers(TABLE, "registry_assignment_check", _CHECK, _WANTED)
lay, take_away, missing, restore = _LAID.lay, _LAID.take_away, _LAID.missing, _LAID.restore


def check(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A check of Django's, run by `migrate` and `check --database default`."""
    said = "The database “{}” would take two responsible officers for one day: {} missing."
    return _LAID.errors(databases, said, HINT, "registry.E1")
