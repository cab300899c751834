"""The whole index: made anew, and held against the records."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Count

from roadstead.common import clock
from roadstead.search.kinds import KINDS, Searched
from roadstead.search.models import Built, Slip, Word
from roadstead.search.writing import batches, held, refresh, texts_of

ENOUGH = 0.95  # of the records of a kind; some may have a name without a letter or digit
VERSION = "1"  # of the way in which texts become words; another one has every index made anew


@dataclass(frozen=True, slots=True)
class Difference:
    """A record whose words are not those of the index."""

    kind: str
    key: str
    lacking: tuple[str, ...]
    left_over: tuple[str, ...]


def is_built() -> bool:
    """Whether the index was made in the present way."""
    return Built.objects.filter(version=VERSION).exists()


def lacking() -> list[str]:
    """The kinds of which many records are not indexed, as after rows were written by the thousand without actions."""
    if not is_built():
        return list(KINDS)
    rows = Word.objects.values("kind").annotate(n=Count("key", distinct=True)).values_list("kind", "n")
    indexed = dict(rows)
    return [kind for kind, one in KINDS.items() if indexed.get(kind, 0) < ENOUGH * one.every().count()]


@transaction.atomic
def build(kinds: Collection[str] = ()) -> dict[str, int]:
    """Make the index anew, or some kinds of it: how many words each kind has."""
    for kind in kinds or KINDS:
        Word.objects.filter(kind=kind).delete()
    if not kinds:
        Word.objects.all().delete()
        Slip.objects.all().delete()
    for kind in kinds or KINDS:
        refresh(KINDS[kind].model, _keys(KINDS[kind]))
    if not kinds:
        Built.objects.all().delete()
        Built.objects.create(version=VERSION, at=clock.now())
    _measure()
    return {kind: Word.objects.filter(kind=kind).count() for kind in kinds or KINDS}


def differences(kinds: Collection[str] = ()) -> list[Difference]:
    """The records whose words are not those of the index, by kind and key."""
    found = []
    for kind in kinds or KINDS:
        searched = KINDS[kind]
        indexed = Word.objects.filter(kind=kind).values_list("key", flat=True).distinct()
        for keys in batches(sorted({*_keys(searched), *indexed})):
            found += _differences(searched, list(keys))
    return found


def _differences(searched: Searched, keys: list[str]) -> list[Difference]:
    now, before = texts_of(searched, keys)[0], held(searched, keys)
    lacking, left_over = set(now.items()) - set(before.items()), set(before.items()) - set(now.items())
    return [
        Difference(
            searched.kind,
            key,
            tuple(sorted(word for (at, word), _ in lacking if at == key)),
            tuple(sorted(word for (at, word), _ in left_over if at == key)),
        )
        for key in sorted({key for (key, _), _ in lacking | left_over})
    ]


def _keys(searched: Searched) -> list[str]:
    return [str(key) for key in searched.every().order_by("pk").values_list("pk", flat=True)]


def _measure() -> None:
    """Let the database count: a planner that believes a table empty reads all of it."""
    with connection.cursor() as cursor:
        for model in (Word, Slip):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
