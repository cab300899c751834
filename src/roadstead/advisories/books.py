"""The rule book in force here, and what is worked out from it; every process has a new edition with its next request.

What is remembered hangs on the version of the local book: the names, times and sizes of its files, read once per
request and parsed only where they differ. A local book that can no longer be read (a hand slipped) leaves the last
one that could in force, and says so in the log.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.conf import settings

from roadstead.core.advisory import RuleBook
from roadstead.rulebook import RuleBookError, loader, local

P = ParamSpec("P")
T = TypeVar("T")
Key = tuple[Path, local.Version]
BOOKS_KEPT = 2  # the one in force, and the one of requests that began before it
TRIED = Path("tried")  # the place of a book that lies nowhere

logger = logging.getLogger(__name__)
_held: ContextVar[Key | None] = ContextVar("rule book of this request", default=None)
_tried: ContextVar[RuleBook | None] = ContextVar("rule book that is tried", default=None)
_last_good: dict[Path, RuleBook] = {}


def key() -> Key:
    """What the rule book in force is called by: where its local part lies, and its version."""
    return _held.get() or _read_key()


@contextmanager
def one_book() -> Iterator[None]:
    """One and the same rule book for all that is done within."""
    token = _held.set(key())
    try:
        yield
    finally:
        _held.reset(token)


@contextmanager
def as_if(book: RuleBook) -> Iterator[None]:
    """All that is done within reads this book, as if it were in force: a draft looked at before it is published."""
    held, tried = _held.set((TRIED, ((book.digest, 0, 0),))), _tried.set(book)
    try:
        yield
    finally:
        _tried.reset(tried)
        _held.reset(held)


def in_force() -> RuleBook:
    """The rule book as shipped, with the editions that this installation has published."""
    return _tried.get() or _load(key())


def of_book(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A function that remembers its answers for as long as the rule book is the same. Arguments by position."""

    def wrap(function: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=maxsize)
        def kept(book: Key, *args: P.args, **kwargs: P.kwargs) -> T:
            return function(*args, **kwargs)

        answer = cast(Callable[Concatenate[Key, P], T], kept)

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> T:
            with one_book():
                return answer(key(), *args, **kwargs)

        return asked

    return wrap


def _read_key() -> Key:
    folder = Path(settings.DATA_DIR) / local.FOLDER
    return folder, local.version(folder)


@lru_cache(maxsize=BOOKS_KEPT)
def _load(asked: Key) -> RuleBook:
    folder, _ = asked
    try:
        book = loader.load(extra=folder)
    except RuleBookError as error:
        if folder not in _last_good:
            raise
        logger.error("The local rule book cannot be read; the last one that could stays in force. %s", error)
        return _last_good[folder]
    _last_good[folder] = book
    return book
