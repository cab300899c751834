"""Following the chain of this installation's database, for the command line."""

from collections.abc import Mapping

from django.db import connection

from roadstead.audit import guards, queries
from roadstead.core import proof


def check(noted: Mapping[int, str]) -> proof.Checked:
    """Follow the whole chain; noted: digests that were written down, by the number of their event."""
    return proof.check(queries.all_links(), noted=noted)


def unguarded() -> list[str]:
    """The triggers that are missing from the database."""
    return guards.missing(connection)


def head() -> tuple[int, str]:
    """The number and digest of the last event."""
    return queries.head()
