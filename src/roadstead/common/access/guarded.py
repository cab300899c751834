"""Rows that are read for a stated viewer only: a query that names none raises before it reaches the database.

Where the rights of a reader decide what rows there are, forgetting to ask is the fault that leaks. So the default and
the base manager of such a model answer nothing until `visible_to(viewer)` was said, or `for_the_system(why)` by work
that acts for nobody. What Django itself needs to write a row stays possible.
"""

from collections.abc import Iterable
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q

from roadstead.common.access.viewer import Viewer


class ViewerNotStatedError(RuntimeError):
    """A row with a mark was about to be read for nobody in particular: a mistake of the program."""


T = TypeVar("T", bound="Guarded")


class GuardedQuerySet(models.QuerySet[T]):
    """Rows that are only read once it is said for whom."""

    _stated = False

    def visible_to(self, viewer: Viewer) -> Self:
        """The rows that a viewer may read."""
        return self.filter(self.model.visible(viewer)).stated()

    def withheld_from(self, viewer: Viewer) -> Self:
        """The rows that a viewer may not read; for leaving out what speaks of them, never for showing."""
        return self.exclude(pk__in=self.model._default_manager.visible_to(viewer).values("pk")).stated()

    def for_the_system(self, why: str) -> Self:
        """Every row, for work that shows none of them to anybody. Raises ValueError without a reason."""
        if not why:
            raise ValueError("Reading for nobody in particular needs a reason.")
        return self.all().stated()

    def stated(self) -> Self:
        """This query, said to be for somebody. Only the methods above have cause to call it."""
        self._stated = True
        return self

    def _refuse_unstated(self) -> None:
        if not self._stated and not self.query.is_empty():
            raise ViewerNotStatedError(
                f"{self.model.__name__} was read without a viewer: say visible_to(viewer), "
                "or for_the_system(why) where nothing is shown to anybody."
            )

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone._stated = self._stated
        return clone

    # Every way in which a query set reaches the database:

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._refuse_unstated()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._refuse_unstated()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._refuse_unstated()
        return super().count()

    def exists(self) -> bool:
        self._refuse_unstated()
        return super().exists()

    def contains(self, obj: models.Model) -> bool:
        self._refuse_unstated()
        return super().contains(obj)

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._refuse_unstated()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._refuse_unstated()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._refuse_unstated()
        return super().delete()

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        raise ViewerNotStatedError(f"{self.model.__name__} is not read by raw SQL, which knows no marks.")

    def explain(self, **kwargs: Any) -> str:
        self._refuse_unstated()
        return super().explain(**kwargs)

    # As a part of another query:

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        self._refuse_unstated()
        return super().resolve_expression(*args, **kwargs)

    def _merge_sanity_check(self, other: models.QuerySet[Any]) -> None:
        self._refuse_unstated()
        if isinstance(other, GuardedQuerySet):
            other._refuse_unstated()
        super()._merge_sanity_check(other)  # type: ignore[misc]

    def _combinator_query(self, combinator: str, *others: Any, **kwargs: Any) -> Any:
        for one in (self, *others):
            if isinstance(one, GuardedQuerySet):
                one._refuse_unstated()
        return super()._combinator_query(combinator, *others, **kwargs)  # type: ignore[misc]


class Guarded(models.Model):
    """A model whose rows are read for a stated viewer only."""

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"  # following a foreign key to it is reading, too
        default_manager_name = "objects"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Which rows a viewer may read."""
        raise NotImplementedError(f"{cls.__name__} does not say who may read it")

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: models.QuerySet[Any] | None = None,
    ) -> None:
        """Read anew what the program already holds."""
        rows = from_queryset
        if rows is None:
            rows = type(self)._default_manager.for_the_system("what is held already is read anew")
        super().refresh_from_db(using, fields, rows)
