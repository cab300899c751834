"""The pattern of every write: an action with keywords only and `by`, one transaction, its event inside.

    @action
    def rename_thing(*, thing: Thing, name: str, by: Viewer) -> Thing:
        by.must(Permission.RENAME)
        ...
        record(ThingRenamed(old=..., new=...), subject=thing, by=by)

Events are written at the very end of the outermost action, under the lock of the chain, in one statement: the lock is
held as shortly as can be, and an action whose transaction fails leaves neither its rows nor its events.
"""

import inspect
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, models, transaction

from roadstead.audit.events import EventData, split
from roadstead.audit.forgetting import PersonForgotten, forget
from roadstead.audit.models import Event, stamp
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core import chain

CHAIN_LOCK = 7_307_461  # the number under which PostgreSQL holds the lock of the chain
P = ParamSpec("P")
R = TypeVar("R")


class NoEventError(RuntimeError):
    """An action ended without saying what it did: a mistake of the program."""


@dataclass(slots=True)
class _Open:
    """An action that is under way."""

    events: list["_Pending"]
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Pending:
    data: EventData
    kind: str
    subject: str
    by: Viewer
    about: int | None


_under_way: ContextVar[_Open | None] = ContextVar("action under way", default=None)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action. Raises TypeError where its arguments are not keywords only, or `by` is missing."""
    parameters = inspect.signature(function).parameters
    if "by" not in parameters or any(one.kind is not one.KEYWORD_ONLY for one in parameters.values()):
        raise TypeError(f"{function.__qualname__}: an action takes keywords only, and by")

    @wraps(function)
    def acted(*args: P.args, **kwargs: P.kwargs) -> R:
        outer = _under_way.get()
        if outer is not None:
            with transaction.atomic():
                return function(*args, **kwargs)
        under_way = _Open([])
        token = _under_way.set(under_way)
        try:
            with transaction.atomic():
                result = function(*args, **kwargs)
                if not under_way.events and not under_way.unchanged:
                    raise NoEventError(
                        f"{function.__qualname__} recorded no event; say unchanged() if nothing was done"
                    )
                _append(under_way.events)
        finally:
            _under_way.reset(token)
        return result

    acted.is_action = True  # type: ignore[attr-defined]  # the architecture tests look for it
    return acted


def record(data: EventData, *, subject: models.Model, by: Viewer, about: int | None = None) -> None:
    """Say what was done to a record. `about` is the person whom the personal fields are about, if not the actor.

    Raises NoEventError outside of an action, TypeError for a type of event without a name.
    """
    under_way = _under_way.get()
    if under_way is None:
        raise NoEventError(f"{type(data).__name__} was recorded outside of an action")
    if not data.type:
        raise TypeError(f"{type(data).__name__} has no name; say @event on it")
    if subject.pk is None:
        raise TypeError(f"{type(data).__name__} speaks of a record that was not saved")
    under_way.events.append(_Pending(data, subject._meta.label_lower, str(subject.pk), by, about))


def unchanged() -> None:
    """Say that this action found nothing to do."""
    under_way = _under_way.get()
    if under_way is not None:
        under_way.unchanged = True


def _append(pending: list[_Pending]) -> None:
    """Write events at the end of the chain, in one statement."""
    if not pending:
        return
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    # SQLite needs no lock of ours: its transactions begin as writers, one at a time.
    rows: Any = Event.objects.for_the_system("the end of the chain")
    number, previous = rows.values_list("number", "digest").first() or (0, chain.START)
    moment, events = clock.now(), []
    for one in pending:
        number += 1
        made = _event(one, number, moment, previous)
        previous = made.digest
        events.append(made)
    Event.objects.bulk_create(events)


def _event(one: _Pending, number: int, moment: datetime, previous: str) -> Event:
    plain, hidden = split(one.data)
    about: dict[str, int | None] = dict.fromkeys(hidden, one.by.user_id if one.about is None else one.about)
    if one.by.name:
        hidden["actor"], about["actor"] = one.by.name, one.by.user_id
    salts = {name: secrets.token_hex(16) for name in hidden}
    link = {
        "number": number,
        "at": stamp(moment),
        "type": one.data.type,
        "actor": one.by.user_id,
        "subject_kind": one.kind,
        "subject": one.subject,
        "elevation": one.by.elevated.elevation_id if one.by.elevated else None,
        "token": one.by.token_id,
        "data": plain,
        "sealed": {name: chain.commitment(value, salts[name]) for name, value in hidden.items()},
    }
    kept = {name: {"of": about[name], "value": value, "salt": salts[name]} for name, value in hidden.items()}
    sealed = chain.digest(link, previous)
    return Event(**{**link, "at": moment}, personal=kept, previous=previous, digest=sealed)


@action
def forget_person(*, person: models.Model, why: str, by: Viewer) -> None:
    """Take away what events say about a person; what was done stays, and the chain holds."""
    record(PersonForgotten(why=why, events=forget(person.pk)), subject=person, by=by)
