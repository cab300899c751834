"""The pattern of every write: an action with keywords only and `by`, one transaction, its event inside.

    @action
    def rename_thing(*, thing: Thing, name: str, by: Viewer) -> Thing:
        by.must(Permission.RENAME)
        ...
        record(ThingRenamed(old=..., new=...), subject=thing, by=by)

An action may call others: all is one transaction, and each of them says what it did. Events are written at the very
end of the outermost one; an action whose transaction fails leaves neither its rows nor its events.
"""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import ParamSpec, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction

from roadstead.audit.appending import Pending, append
from roadstead.audit.events import EventData, split
from roadstead.common.access.viewer import Viewer
from roadstead.search.writing import refresh

LONGEST_KEY = 40  # characters of the key of a record
P = ParamSpec("P")
R = TypeVar("R")


class NoEventError(RuntimeError):
    """An action ended without saying what it did: a mistake of the program."""


@dataclass(slots=True)
class _Open:
    """An action that is under way. touched: records, by model and key, that its events do not name."""

    events: list[Pending] = field(default_factory=list)
    touched: set[tuple[str, str]] = field(default_factory=set)
    unchanged: bool = False

    def standing(self) -> list[Pending]:
        """The events whose writes still stand: Django forgets what waited for the commit of a savepoint undone."""
        waiting = {id(one[1]) for one in connection.run_on_commit}
        return [one for one in self.events if id(one) in waiting]


_under_way: ContextVar[_Open | None] = ContextVar("action under way", default=None)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action. Raises TypeError where its arguments are not keywords only, or `by` is missing."""
    parameters = inspect.signature(function).parameters
    if "by" not in parameters or any(one.kind is not one.KEYWORD_ONLY for one in parameters.values()):
        raise TypeError(f"{function.__qualname__}: an action takes keywords only, and by")

    @wraps(function)
    def acted(*args: P.args, **kwargs: P.kwargs) -> R:
        outer, mine = _under_way.get(), _Open()
        token = _under_way.set(mine)
        try:
            with transaction.atomic():
                result = function(*args, **kwargs)
                standing = mine.standing()
                if not standing and not mine.unchanged:
                    raise NoEventError(f"{function.__qualname__} recorded no event; say unchanged() if it did nothing")
                if outer is None:
                    _index(mine.touched, standing)
                    append(standing)
        finally:
            _under_way.reset(token)
        if outer is not None:
            outer.events.extend(standing)
            outer.touched |= mine.touched
        return result

    acted.is_action = True  # type: ignore[attr-defined]  # the architecture tests look for it
    return acted


def record(data: EventData, *, subject: models.Model, by: Viewer, about: int | None = None) -> None:
    """Say what was done to a record. `about` is the person whom the personal fields are about, if not the actor.

    Raises NoEventError outside of an action, ValueError for what an event cannot hold (fractions, NUL characters,
    half characters, too large numbers), PermissionDenied for borrowed eyes, TypeError for a type without a name.
    """
    under_way = _under_way.get()
    if under_way is None:
        raise NoEventError(f"{type(data).__name__} was recorded outside of an action")
    if not data.type:
        raise TypeError(f"{type(data).__name__} has no name; say @event on it")
    if by.preview_of is not None:
        raise PermissionDenied("Who looks through the eyes of somebody else changes nothing.")
    key = str(subject.pk)
    if subject.pk is None or len(key) > LONGEST_KEY:
        raise TypeError(f"{type(data).__name__} speaks of a record that was not saved, or of one with too long a key")
    plain, hidden = split(data)
    one = Pending(data.type, plain, hidden, subject._meta.label_lower, key, by, about, data.changes)
    under_way.events.append(one)
    transaction.on_commit(one)


def touched(*records: models.Model) -> None:
    """Say that an action changed records of which none of its events tells, so that they are found as they are now."""
    under_way = _under_way.get()
    if under_way is not None:
        under_way.touched |= {(one._meta.label_lower, str(one.pk)) for one in records}


def unchanged() -> None:
    """Say that this action found nothing to do."""
    under_way = _under_way.get()
    if under_way is not None:
        under_way.unchanged = True


def _index(touched: set[tuple[str, str]], events: list[Pending]) -> None:
    """Bring what was changed into the index of search, before the chain is locked."""
    by_model: dict[str, set[str]] = {}
    for model, key in touched | {(one.kind, one.subject) for one in events if one.changes}:
        by_model.setdefault(model, set()).add(key)
    for model, keys in by_model.items():
        refresh(model, keys)
