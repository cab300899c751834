"""Keeping the index: after every write, in the same transaction."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.db import connection, models, transaction

from roadstead.search.kinds import Searched, of_model
from roadstead.search.models import Slip, Word
from roadstead.search.slips import forgiven, rests

AT_ONCE = 500  # records, or words
LOCK = 7_307_463  # the number under which PostgreSQL holds the lock of the index
T = TypeVar("T")
Words = dict[tuple[str, str], int]  # the weight of a word by key and word


def refresh(model: str, keys: Collection[str]) -> None:
    """Read some records of a model anew into the index, and forget those that are not found any more."""
    if kinds := list(of_model(model)):
        _refresh(kinds, keys)


@transaction.atomic
def _refresh(kinds: Sequence[Searched], keys: Collection[str]) -> None:
    for searched in kinds:
        for some in batches(sorted({str(key) for key in keys})):
            _lay(searched, some)


def texts_of(searched: Searched, keys: Sequence[str]) -> tuple[Words, set[str]]:
    """By key and word the weights that some records have now, and those words whose misspellings count."""
    weights: Words = {}
    forgiving: set[str] = set()
    for row in searched.indexed(keys):
        for text in searched.texts(row):
            for word, weight in text.words():
                at = (str(row.pk), word)
                weights[at] = max(weight, weights.get(at, 0))
                if text.slips and forgiven(word):
                    forgiving.add(word)
    return weights, forgiving


def held(searched: Searched, keys: Collection[str]) -> Words:
    """By key and word the weights that stand in the index."""
    rows = Word.objects.filter(kind=searched.kind, key__in=keys).values_list("key", "word", "weight")
    return {(key, word): weight for key, word, weight in rows}


def batches(every: Sequence[T]) -> Iterator[Sequence[T]]:
    return (every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE))


def _lay(searched: Searched, keys: Sequence[str]) -> None:
    now, forgiving = texts_of(searched, keys)
    if now == held(searched, keys):
        return
    _one_at_a_time()
    before = held(searched, keys)
    gone = {at for at in before if now.get(at) != before[at]}
    for some in batches(sorted(gone)):
        # Of several records a word may go that need not have; it is laid anew below.
        keys_gone, words_gone = {key for key, _ in some}, {word for _, word in some}
        Word.objects.filter(kind=searched.kind, key__in=keys_gone, word__in=words_gone).delete()
    left = held(searched, keys) if gone else before
    new = [(searched.kind, key, word, weight) for (key, word), weight in now.items() if (key, word) not in left]
    _insert(Word, ("kind", "key", "word", "weight"), new)
    _lay_slips(forgiving)
    _drop_slips({word for _, word in gone} - forgiving)


def _one_at_a_time() -> None:
    """Until the transaction ends nobody else writes the index: two new records may bring the same new word.

    The next one sees what was written. SQLite needs no lock: its transactions begin as writers.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _lay_slips(words: Iterable[str]) -> None:
    for some in batches(sorted(words)):
        there = set(Slip.objects.filter(word__in=some).values_list("word", flat=True).distinct())
        _insert(Slip, ("rest", "word"), [(rest, word) for word in some if word not in there for rest in rests(word)])


def _drop_slips(words: Collection[str]) -> None:
    """Forget the slips of words by which nothing is found any more: they may have been somebody’s name."""
    for some in batches(sorted(words)):
        used = set(Word.objects.filter(word__in=some).values_list("word", flat=True).distinct())
        Slip.objects.filter(word__in=set(some) - used).delete()


def _insert(model: type[models.Model], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows as they are: by the hundred thousand, models in between take more time than the database."""
    if not rows:
        return
    table, names = model._meta.db_table, ", ".join(columns)
    with connection.cursor() as cursor:
        # Names of our own tables and columns; what is written is a value.
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(columns))})", rows)  # noqa: S608
