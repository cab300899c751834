"""The end of the chain: where events are written, one writer at a time."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from roadstead.audit.events import ACTOR
from roadstead.audit.models import Event, stamp
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core import chain

LOCK = 7_307_461  # the number under which PostgreSQL holds the lock of the chain
_LAST = "SELECT number, digest FROM audit_event ORDER BY number DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Pending:
    """An event that waits for the end of its action. Called, it does nothing: it only waits for the commit."""

    type: str
    plain: dict[str, Any]
    hidden: dict[str, str]
    kind: str
    subject: str
    by: Viewer
    about: int | None
    changes: bool = True

    def __call__(self) -> None:
        return


def append(pending: list[Pending]) -> None:
    """Write events at the end of the chain, in one statement, under a lock that is held until the transaction ends.

    It is taken last, so that it is held as shortly as can be.
    """
    if not pending:
        return
    number, previous = _end()
    moment, events = clock.now(), []
    for one in pending:
        number += 1
        made = _event(one, number, moment, previous)
        previous = made.digest
        events.append(made)
    Event.objects.bulk_create(events)


def _end() -> tuple[int, str]:
    """Take the lock of the chain; the number and digest of its last event.

    PostgreSQL is asked for both in one journey: under the lock, time is what every writer waits for. The second
    statement sees what the holder before has committed. SQLite needs no lock: its transactions begin as writers.
    """
    cursor: Any
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SELECT pg_advisory_xact_lock({LOCK}); {_LAST}")
            cursor.nextset()
        else:
            cursor.execute(_LAST)
        return cursor.fetchone() or (0, chain.START)


def _event(one: Pending, number: int, moment: datetime, previous: str) -> Event:
    about = one.by.user_id if one.about is None else one.about
    kept = {name: _kept(value, about) for name, value in one.hidden.items()}
    if one.by.name:
        kept[ACTOR] = _kept(one.by.name, one.by.user_id)
    link = {
        "number": number,
        "at": stamp(moment),
        "type": one.type,
        "actor": one.by.user_id,
        "subject_kind": one.kind,
        "subject": one.subject,
        "elevation": one.by.elevated.elevation_id if one.by.elevated else None,
        "token": one.by.token_id,
        "data": one.plain,
        "sealed": {name: chain.commitment(**each) for name, each in kept.items()},
    }
    sealed = chain.digest(link, previous)
    return Event(**{**link, "at": moment}, personal=kept, previous=previous, digest=sealed)


def _kept(value: str, of: int | None) -> dict[str, Any]:
    return {"of": of, "value": value, "salt": secrets.token_hex(16)}
