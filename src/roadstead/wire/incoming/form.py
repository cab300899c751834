"""A shape’s data made ready for reading: where each path leads."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from roadstead.rulebook import notice_shapes
from roadstead.rulebook.notice_shapes import FieldRecord, PeopleRecord, ShapeRecord
from roadstead.wire.incoming.draft import Draft

Places = dict[str, tuple[tuple[str, int], ...]]  # path: the fields it fills, each with the rank of this place


@dataclass(frozen=True, slots=True)
class Group:
    """People’s lines. filled: by path, the items that are filled if it is."""

    to: str
    nationality: dict[str, int]
    filled: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """One shape. Paths are in capitals; one that ends in “/*” is written without, in `any_child`."""

    record: ShapeRecord
    fields: Places
    lists: dict[str, tuple[str, Places]]
    people: dict[str, Group]
    any_child: frozenset[str]
    closed: frozenset[str]
    left_out: frozenset[str]
    parents: dict[str, str]  # what holds a list or people: which one
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def draft(self) -> Draft:
        """An empty draft of this shape."""
        items: dict[str, tuple[str, ...]] = {one.to: tuple(one.items) for one in self.record.people}
        return Draft(shape=self.record.shape, zone=self.record.zone, items=items)

    def worded(self, to: str, text: str) -> str:
        """Our word for one of the format’s."""
        return self.words.get(to, {}).get(text.strip().casefold(), text) if to in self.words else text


def prepare(record: ShapeRecord) -> Form:
    """The form of a shape."""
    lists = {path.upper(): (one.to, _places(one.fields)) for one in record.lists for path in one.sources}
    people = {path.upper(): _group(one) for one in record.people for path in one.sources}
    repeated = [*lists, *people]
    stars = frozenset(path.removesuffix("/*") for path in repeated if path.endswith("/*"))
    return Form(
        record=record,
        fields=_places(record.fields),
        lists={path.removesuffix("/*"): one for path, one in lists.items()},
        people={path.removesuffix("/*"): one for path, one in people.items()},
        any_child=stars,
        closed=frozenset(path.upper() for path in record.closed),
        left_out=frozenset(path.upper() for path in record.left_out),
        parents={_parent(path): one.to for path, one in people.items()}
        | {_parent(path): one for path, (one, _) in lists.items()},
        words={to: {word.casefold(): ours for word, ours in words.items()} for to, words in record.words.items()},
    )


@cache
def shipped() -> tuple[Form, ...]:
    """The forms of the package’s shapes."""
    return tuple(prepare(record) for record in notice_shapes.shipped())


def _parent(path: str) -> str:
    return path.removesuffix("/*") if path.endswith("/*") else path.rpartition("/")[0]


def _places(fields: Iterable[FieldRecord]) -> Places:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for one in fields:
        for rank, path in enumerate(one.sources):
            found[path.upper()] = (*found.get(path.upper(), ()), (one.to, rank))
    return found


def _group(record: PeopleRecord) -> Group:
    filled: dict[str, tuple[str, ...]] = {}
    for item, paths in record.items.items():
        for path in paths:
            filled[path.upper()] = (*filled.get(path.upper(), ()), item)
    return Group(record.to, {path.upper(): rank for rank, path in enumerate(record.nationality)}, filled)
