"""Finding: the words of the index and what the viewer may read, in one statement for each kind of record.

So what is hidden is neither counted nor takes the place of what is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, or_
from types import MappingProxyType
from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.functions import Cast

from roadstead.common.access.viewer import Viewer
from roadstead.common.fields import LAST, starts_with
from roadstead.search.kinds import KINDS
from roadstead.search.models import Word
from roadstead.search.words import Wanted

WHOLE, BEGUN, ONE_SLIP = 1_000, 500, 200  # what a word counts, beside the weight of its text
Near = Mapping[str, Mapping[str, int]]  # by word, the words near it and how many slips away each is
NOTHING: Near = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """The keys of some records, best first, and how many there are of those that the viewer may read.

    score: what the best of the keys counts.
    """

    keys: tuple[str, ...] = ()
    total: int = 0
    score: int = 0


def find(
    kind: str, wanted: Sequence[Wanted], viewer: Viewer, *, near: Near = NOTHING, first: int = 0, most: int
) -> Found:
    """Records of a kind that have every word that is wanted, or one near it; one query."""
    rows = _scored(kind, wanted, viewer, near).annotate(total=Window(Count("*")))
    found = list(rows.order_by("-score", "key").values_list("key", "total", "score")[first : first + most])
    return Found(tuple(one[0] for one in found), found[0][1], found[0][2]) if found else Found()


def promising(kinds: Sequence[str], wanted: Sequence[Wanted], near: Near = NOTHING) -> list[str]:
    """Of some kinds those that have every word at all, for whomever: in the others nobody finds anything; one query."""
    one_kind, told = [], []
    for kind in kinds:
        conditions = []
        for one in wanted:
            condition, values = _in_sql(one, near.get(one.word, {}))
            # The text is the condition of `_in_sql` alone; whatever was typed is a value.
            conditions.append(f"EXISTS (SELECT 1 FROM search_word WHERE kind = %s AND ({condition}))")  # noqa: S608
            told += [kind, *values]
        one_kind.append(f"SELECT '{kind}' WHERE {' AND '.join(conditions)}")
    if not one_kind:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one_kind), told)
        found = {row[0] for row in cursor.fetchall()}
    return [kind for kind in kinds if kind in found]


def _in_sql(one: Wanted, near: Mapping[str, int]) -> tuple[str, list[str]]:
    """What `_fits` says, without the time that Django takes to say it for every kind."""
    condition, values = (
        ("word >= %s AND word < %s", [one.word, one.word + LAST]) if one.begins else ("word = %s", [one.word])
    )
    if not near:
        return condition, values
    return f"{condition} OR word IN ({', '.join(['%s'] * len(near))})", [*values, *near]


def _scored(kind: str, wanted: Sequence[Wanted], viewer: Viewer, near: Near) -> QuerySet[Any]:
    conditions = [_fits(one, near.get(one.word, {})) for one in wanted]
    scores = {f"word{at}": Max(_counts(one, near.get(one.word, {}))) for at, one in enumerate(wanted)}
    named = {name: Q((f"{name}__isnull", False)) for name in scores}
    rows: QuerySet[Any] = Word.objects.filter(reduce(or_, conditions), _readable(kind, viewer), kind=kind)
    every = Q(*named.values())
    scored: Any = rows.values("key").annotate(**scores).filter(every)
    return scored.annotate(score=reduce(add, map(F, scores)))  # type: ignore[no-any-return]


def _readable(kind: str, viewer: Viewer) -> Exists:
    rows = KINDS[kind].visible(viewer)
    key = rows.model._meta.pk
    outer: Any = OuterRef("key")
    if not key.get_internal_type().endswith(("CharField", "SlugField")):
        outer = Cast(outer, BigIntegerField())
    return Exists(rows.order_by().filter(pk=outer))


def _fits(one: Wanted, near: Mapping[str, int]) -> Q:
    fits = starts_with("word", one.word) if one.begins else Q(word=one.word)
    return fits | Q(word__in=sorted(near)) if near else fits


def _counts(one: Wanted, near: Mapping[str, int]) -> Case:
    """What a word of the index counts for one that is wanted; NULL where it is another."""
    cases = [When(word=one.word, then=F("weight") + Value(WHOLE))]
    if one.begins:
        cases.append(When(starts_with("word", one.word), then=F("weight") + Value(BEGUN)))
    for slips, counts in ((1, ONE_SLIP), (2, 0)):
        if words := sorted(word for word, number in near.items() if number == slips):
            cases.append(When(word__in=words, then=F("weight") + Value(counts)))
    return Case(*cases, default=None, output_field=IntegerField())


def score_of(wanted: Sequence[Wanted], words: Sequence[str], weight: int) -> int:
    """What something counts that no index holds, by the same measure: its words, and the weight of their text."""
    return sum(weight + (WHOLE if one.word in words else BEGUN if _begun(one, words) else 0) for one in wanted)


def _begun(one: Wanted, words: Sequence[str]) -> bool:
    return one.begins and any(word.startswith(one.word) for word in words)
