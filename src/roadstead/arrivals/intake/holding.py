"""One notice of a ship at a time, whoever brings it: two processes would each find no arrival, and make one."""

from hashlib import sha256
from typing import Any

from django.db import connection

from roadstead.arrivals.intake.given import Given
from roadstead.core.names import fold

LOCK = 7_307_465  # the first number under which PostgreSQL holds the locks of ships


def hold(given: Given) -> None:
    """Until the transaction ends, who brings another notice of this ship waits.

    By number and by name, since another notice may say one of them alone; in one order, so that no two wait for each
    other. SQLite needs no lock: its transactions begin as writers.
    """
    if connection.vendor != "postgresql":
        return
    keys = sorted({_number(one) for one in _ship(given)})
    cursor: Any
    with connection.cursor() as cursor:
        locks = ", ".join(["pg_advisory_xact_lock(%s, %s)"] * len(keys))
        cursor.execute(f"SELECT {locks}", [number for key in keys for number in (LOCK, key)])


def _ship(given: Given) -> list[str]:
    vessel = given.incoming.vessel
    return [one for one in (vessel.imo, fold(vessel.name or "")) if one] or [given.voyage]


def _number(key: str) -> int:
    """A whole number of four bytes, as the lock wants it."""
    return int.from_bytes(sha256(key.encode()).digest()[:4], signed=True)
