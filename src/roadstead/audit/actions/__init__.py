"""The pattern of every write, and the few verbs of the record itself."""

from roadstead.audit.actions.pattern import NoEventError, action, record, touched, unchanged

__all__ = ["NoEventError", "action", "record", "touched", "unchanged"]
