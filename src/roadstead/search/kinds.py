"""What can be found: each app says for its records by which texts, and which of them a viewer may read."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from roadstead.common.access.viewer import Viewer
from roadstead.search import words

NAME, CODE, OTHER_NAME, ADDRESS, PART, PLACE, AROUND = 200, 190, 150, 120, 90, 60, 20
SHORT_FIRST = 20  # a name counts the more the fewer words it has, up to this many


@dataclass(frozen=True, slots=True)
class Text:
    """A text by which a record is found. field: what it is, "" for its own name; slips: misspelt, it is found too.

    split: how it falls into words.
    """

    text: str
    weight: int = NAME
    field: str | Promise = ""
    split: Callable[[str], Sequence[str]] = words.of_text
    slips: bool = True

    def words(self) -> list[tuple[str, int]]:
        """The words with their weights."""
        split = self.split(self.text)
        return [(word, self.weight + max(0, SHORT_FIRST - len(split))) for word in split]


def as_they_are(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows


@dataclass(frozen=True, slots=True)
class Searched:
    """A kind of record that can be found.

    model: its label, as events name it; every: all rows, for the index alone; visible: those that a viewer may read;
    related: rows of either with what `texts` needs; texts: by which texts a row is found.
    """

    kind: str
    model: str
    every: Callable[[], QuerySet[Any]]
    visible: Callable[[Viewer], QuerySet[Any]]
    texts: Callable[[Any], Iterable[Text]]
    related: Callable[[QuerySet[Any]], QuerySet[Any]] = as_they_are

    def indexed(self, keys: Collection[str]) -> QuerySet[Any]:
        """Some rows, for the index."""
        return self.related(self.every().filter(pk__in=keys))

    def read(self, keys: Collection[str], viewer: Viewer) -> dict[str, Any]:
        """Some rows by key, as far as a viewer may read them."""
        return {str(row.pk): row for row in self.related(self.visible(viewer).filter(pk__in=keys))}


KINDS: dict[str, Searched] = {}


def searched(one: Searched) -> None:
    """Say that records of a model are found. Raises ValueError if it was said already."""
    if one.kind in KINDS:
        raise ValueError(f"It is said twice how a {one.kind} is found")
    KINDS[one.kind] = one


def of_model(model: str) -> Iterator[Searched]:
    """The kinds in which records of a model are found."""
    return (one for one in KINDS.values() if one.model == model)
