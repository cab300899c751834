"""The query under a guarded query set: it refuses to name a guarded table in a FROM before it is said who reads.

Everything that reads passes here, whatever it is called: iteration and its asynchronous twin, counting, `Subquery` and
`Exists`, unions, joins by `select_related`. So a way that Django adds tomorrow is closed as well.
"""

from enum import Enum
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import sql
from django.db.models.sql.datastructures import BaseTable, Join


class ViewerNotStatedError(RuntimeError):
    """A row with a mark was about to be read for nobody in particular: a mistake of the program."""


class Said(Enum):
    """For whom a query reads."""

    NOBODY = "nobody"
    VIEWER = "viewer"
    SYSTEM = "system"


class GuardedTable(BaseTable):
    """The table that a query begins with."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        query = compiler.query
        if query.said is Said.NOBODY and self.table_name in guarded_tables() and not query.is_empty():
            raise ViewerNotStatedError(
                f"{guarded_tables()[self.table_name]} was read without a viewer: say visible_to(viewer), "
                "or for_the_system(why) where nothing is shown to anybody."
            )
        return super().as_sql(compiler, connection)


class GuardedJoin(Join):
    """A table that a query reaches over: its rows were not asked whether this viewer may read them."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        query = compiler.query
        if query.said is not Said.SYSTEM and self.table_name in guarded_tables():
            raise ViewerNotStatedError(
                f"{guarded_tables()[self.table_name]} was reached over a join, which asks no viewer: read it by itself "
                "with visible_to(viewer), or take its visible keys as a subquery."
            )
        return super().as_sql(compiler, connection)


class GuardedQuery(sql.Query):
    """A query that knows for whom it reads; copies of it know it, too."""

    base_table_class = GuardedTable
    join_class = GuardedJoin
    said = Said.NOBODY


@cache
def guarded_tables() -> dict[str, str]:
    """The table of every guarded model, with the name of the model."""
    return {one._meta.db_table: one.__name__ for one in apps.get_models() if getattr(one, "is_guarded", False)}
