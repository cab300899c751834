"""The rule book: dated, cited records in YAML, and the loader that turns them into core values."""

from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.loader import load, shipped

__all__ = ["RuleBookError", "load", "shipped"]
