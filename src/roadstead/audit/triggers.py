"""What the database itself refuses: changing an event, taking one away, or putting one in that does not follow.

Personal fields may lose keys and nothing else. `serve` lays what is missing, and `roadstead audit verify` tells of it.
"""

from roadstead.common.triggers import Triggers
from roadstead.core.chain import START

MESSAGE = "events are never changed nor taken away"
GAP = "an event follows from the last one"
_FIXED = (
    *("number", "at", "type", "actor", "subject_kind", "subject", "elevation", "token"),
    *("data", "sealed", "previous", "digest"),
)
_SAME_SQLITE = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in _FIXED)
_SAME_POSTGRESQL = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in _FIXED)
_FEWER_SQLITE = """
json_type(NEW.personal) = 'object' AND NOT EXISTS (
    SELECT 1 FROM json_each(NEW.personal) AS n WHERE NOT EXISTS (
        SELECT 1 FROM json_each(OLD.personal) AS o WHERE o.key = n.key AND o.value = n.value))
"""
_FEWER_POSTGRESQL = """
jsonb_typeof(NEW.personal) = 'object' AND NOT EXISTS (
    SELECT 1 FROM jsonb_each(NEW.personal) AS n WHERE OLD.personal -> n.key IS DISTINCT FROM n.value)
"""
# What must stand before a new row: nothing for the first, else the event with the number before, and none after it.
_FOLLOWS = f"""
(NEW.number = 1 AND NEW.previous = '{START}' AND NOT EXISTS (SELECT 1 FROM audit_event))
OR ((SELECT max(number) FROM audit_event) = NEW.number - 1
    AND NEW.previous = (SELECT digest FROM audit_event WHERE number = NEW.number - 1))
"""  # noqa: S608 - a constant of ours
SQLITE = {
    "audit_event_no_change": f"""BEFORE UPDATE ON audit_event WHEN NOT ({_SAME_SQLITE} AND {_FEWER_SQLITE})
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
    "audit_event_no_removal": f"""BEFORE DELETE ON audit_event
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
    # Without this, INSERT OR REPLACE would take a row away, and no trigger for deletion would hear of it.
    "audit_event_follows": f"""BEFORE INSERT ON audit_event WHEN ({_FOLLOWS}) IS NOT TRUE
        BEGIN SELECT RAISE(ABORT, '{GAP}'); END""",
}
POSTGRESQL = {
    "audit_event_no_change": "BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW",
    "audit_event_follows": "BEFORE INSERT ON audit_event FOR EACH ROW",
    "audit_event_no_emptying": "BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT",
}
_REFUSE = f"""BEGIN
        IF TG_OP = 'INSERT' THEN
            IF ({_FOLLOWS}) THEN RETURN NEW; END IF;
            RAISE EXCEPTION '{GAP}' USING ERRCODE = 'integrity_constraint_violation';
        ELSIF TG_OP = 'UPDATE' THEN
            IF {_SAME_POSTGRESQL} AND {_FEWER_POSTGRESQL} THEN RETURN NEW; END IF;
        ELSIF TG_OP = 'TRUNCATE' THEN
            IF NOT EXISTS (SELECT 1 FROM audit_event) THEN RETURN NULL; END IF;
        END IF;
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
    END"""  # noqa: S608 - all parts are written above
_RUN = {name: f"{when} EXECUTE FUNCTION audit_event_refuse()" for name, when in POSTGRESQL.items()}
_LAID = Triggers("audit_event", "audit_event_refuse", _REFUSE, {"sqlite": SQLITE, "postgresql": _RUN})
lay, take_away, missing, restore = _LAID.lay, _LAID.take_away, _LAID.missing, _LAID.restore
errors = _LAID.errors
