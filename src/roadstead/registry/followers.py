"""What becomes of every record that belongs to a facility when two entries are merged.

Each app says it for its own, in its facility_followers.py. Fail-closed: a relation of the database to a facility that
nobody speaks for refuses every merge, so that a table of tomorrow is not forgotten.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Facility

Keys = list[int]
WHY = "everything follows an entry that is merged, whoever may read it"


@dataclass(frozen=True, slots=True)
class Follower:
    """How the records of one kind follow. relation: "app.Model.field", or a word for what no column holds.

    moving(kept, merged): the keys that follow; staying(kept, merged): those that stay, as the entry kept has the very
    same; move(kept, merged, keys) moves them, and turned round is the way back; there(one, keys): which are with one;
    seen(keys): of how many a viewer may know.
    """

    relation: str
    word: str | Promise
    moving: Callable[[Facility, Facility, Viewer], Keys]
    staying: Callable[[Facility, Facility, Viewer], Keys]
    move: Callable[[Facility, Facility, Keys, Viewer], None]
    there: Callable[[Facility, Keys, Viewer], Keys]
    seen: Callable[[Keys, Viewer], int]


FOLLOWERS: dict[str, Follower] = {}
STAYS: set[str] = set()


def register(follower: Follower) -> None:
    """Say how records of a kind follow. Raises ValueError if it was said already."""
    if follower.relation in FOLLOWERS or follower.relation in STAYS:
        raise ValueError(f"It is said twice what becomes of {follower.relation}")
    FOLLOWERS[follower.relation] = follower


def stays(*relations: str) -> None:
    """Say which relations a merge leaves as they are."""
    STAYS.update(relations)


def unknown() -> list[str]:
    """The relations to a facility of which nobody says what becomes of them."""
    return sorted(relations() - set(FOLLOWERS) - STAYS)


def relations() -> set[str]:
    """Every relation of the database that leads to a facility."""
    found = set()
    for one in Facility._meta.get_fields(include_hidden=True):
        relation: Any = one
        if one.auto_created and not one.concrete and one.is_relation and not one.many_to_many:
            found.add(f"{relation.related_model._meta.label}.{relation.field.name}")
    return found


def by_column(model: Any, column: str, word: str | Promise, same: Collection[str] = ()) -> Follower:
    """Guarded records that hold the key of their facility in a column. same: the columns in which two are the same."""
    rows = model.objects

    def split(kept: Facility, merged: Facility) -> tuple[Keys, Keys]:
        every = rows.for_the_system(WHY)
        there = set(every.filter(**{column: kept.pk}).values_list(*same)) if same else set()
        mine = list(every.filter(**{column: merged.pk}).order_by("pk").values_list("pk", *same))
        follows = [row[0] for row in mine if not same or row[1:] not in there]
        return follows, [row[0] for row in mine if row[0] not in set(follows)]

    def move(kept: Facility, merged: Facility, keys: Keys, by: Viewer) -> None:
        held = rows.for_the_system(WHY).filter(pk__in=keys, **{column: merged.pk})
        held.update(**{column: kept.pk})

    def there(kept: Facility, keys: Keys, by: Viewer) -> Keys:
        held = rows.for_the_system(WHY).filter(pk__in=keys, **{column: kept.pk})
        return list(held.values_list("pk", flat=True))

    return Follower(
        f"{model._meta.label}.{column}",
        word,
        moving=lambda kept, merged, by: split(kept, merged)[0],
        staying=lambda kept, merged, by: split(kept, merged)[1],
        move=move,
        there=there,
        seen=lambda keys, viewer: int(rows.visible_to(viewer).filter(pk__in=keys).count()) if keys else 0,
    )
