"""Rows that are read for a stated viewer only: a query that names none raises before it reaches the database.

Where the rights of a reader decide what rows there are, forgetting to ask is the fault that leaks. So the default and
the base manager of such a model answer nothing until `visible_to(viewer)` was said, or `for_the_system(why)` by work
that acts for nobody. What Django itself needs to write a row stays possible.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from roadstead.common.access.guarded_query import GuardedQuery, Said, ViewerNotStatedError
from roadstead.common.access.viewer import Viewer

__all__ = ["Guarded", "GuardedPart", "GuardedQuerySet", "ViewerNotStatedError"]

T = TypeVar("T", bound="Guarded")


class GuardedQuerySet(models.QuerySet[T]):
    """Rows that are only read once it is said for whom. Reading is refused by the query itself (`guarded_query`)."""

    def __init__(self, model: type[T] | None = None, query: Any = None, using: str | None = None, hints: Any = None):
        super().__init__(model, GuardedQuery(model) if query is None and model is not None else query, using, hints)

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
        return self._for(Said.SYSTEM)

    def stated(self) -> Self:
        """These rows, by whose conditions the caller has already said for whom they are. Few have cause to call it."""
        return self._for(Said.VIEWER)

    def _for(self, said: Said) -> Self:
        told = self._chain()  # type: ignore[attr-defined]
        told.query.said = said
        return told  # type: ignore[no-any-return]

    # Writing names its table otherwise than reading does; by the thousand, it is refused here.

    def update(self, **kwargs: Any) -> int:
        self._refuse_unstated()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._refuse_unstated()
        return super().delete()

    def _raw_delete(self, using: str | None) -> int:
        self._refuse_unstated()
        return super()._raw_delete(using)

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        raise ViewerNotStatedError(f"{self.model.__name__} is not read by raw SQL, which knows no marks.")

    def _merge_sanity_check(self, other: models.QuerySet[Any]) -> None:
        # `a | b` has one query for both, and would be read for whom `a` was.
        for one in (self, other):
            if isinstance(one, GuardedQuerySet):
                one._refuse_unstated()
        if isinstance(other, GuardedQuerySet) and _said(self) is not _said(other):
            raise ViewerNotStatedError("What a viewer may read was joined with what the program reads for nobody.")
        super()._merge_sanity_check(other)  # type: ignore[misc]

    def _refuse_unstated(self) -> None:
        if _said(self) is Said.NOBODY and not self.query.is_empty():
            raise ViewerNotStatedError(
                f"{self.model.__name__} was to be changed without a viewer: say visible_to(viewer), "
                "or for_the_system(why)."
            )


def _said(rows: models.QuerySet[Any]) -> Said:
    return getattr(rows.query, "said", Said.NOBODY)


class Guarded(models.Model):
    """A model whose rows are read for a stated viewer only."""

    is_guarded = True  # the query knows its tables by this
    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"  # following a foreign key to it is reading, too
        default_manager_name = "objects"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Which rows a viewer may read."""
        raise NotImplementedError(f"{cls.__name__} does not say who may read it")

    @classmethod
    def remembered(cls, viewer: Viewer) -> Q:
        """Of which rows a viewer may read what was done to them: of those that the viewer may read.

        A model whose rows are put aside says otherwise, so that the putting aside can still be read about.
        """
        return cls.visible(viewer)

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


class GuardedPart(Guarded):
    """Rows that belong to rows which are guarded: who may read all of their owners may read them.

    Whoever holds an owner, read for a viewer, reads its parts by it: `filter(contact=held).stated()`.
    """

    owners: ClassVar[tuple[str, ...]] = ()  # the names of the foreign keys to them; what is empty withholds nothing

    class Meta(Guarded.Meta):
        abstract = True

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Those whose owners a viewer may read."""
        seen = Q()
        for name in cls.owners:
            field: Any = cls._meta.get_field(name)
            readable = Q(**{f"{name}__in": field.related_model._default_manager.visible_to(viewer).values("pk")})
            seen &= Q(**{f"{name}__isnull": True}) | readable if field.null else readable
        return seen
