"""Fields that behave the same on SQLite and PostgreSQL."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

LAST = "\U0010ffff"


class SearchKeyField(models.CharField):  # type: ignore[type-arg]
    """Text compared code point by code point on every database, so that a prefix is a range an index can answer.

    SQLite compares so by itself; PostgreSQL only in its "C" collation.
    """

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


def starts_with(field: str, text: str) -> models.Q:
    """The rows whose search key begins with `text`, as a range."""
    return models.Q(**{f"{field}__gte": text, f"{field}__lt": text + LAST})
