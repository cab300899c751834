"""Times as notices write them: read without guessing, kept as stated."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from roadstead.wire.check import EARLIEST, LATEST
from roadstead.wire.incoming.base import When, Zone

_DAY = re.compile(
    r"(?P<y>\d{4})[-/.]?(?P<m>\d{2})[-/.]?(?P<d>\d{2})"
    r"|(?P<dd>\d{1,2})[ -](?P<mon>[A-Za-z]{3,9})[ -](?P<yy>\d{4})"
    r"|(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<yyy>\d{4})"
)
_TIME = re.compile(
    r"(?P<h>\d{1,2})(?::(?P<mi>\d{2})(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)?|(?P<mil>\d{2}))"
    r" ?(?P<half>[AaPp][Mm])? ?(?P<zone>[Zz]|UTC|GMT|utc|gmt|[+-]\d{2}:?\d{2})?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NIL = {"0001-01-01", "1900-01-01"}  # what software writes for “no date”
WRITE = "Write it as 2019-06-01T06:00:00Z."


class Read(NamedTuple):
    """A time and, where it could not be read as a moment, why and what to do."""

    when: When | None
    what: str = ""
    todo: str = ""


def read(day: str, time: str, zone: str) -> Read:
    """Read a day (perhaps with its time in it) and a time. zone: what is assumed where none is stated; "" for none."""
    said = " ".join(filter(None, (day, time)))
    found = _DAY.match(said)
    if not said or said[:10] in _NIL:
        return Read(None)
    if not found:
        return Read(When(said=said), "is not a date and time we can read.", WRITE)
    if found["a"] and int(found["a"]) <= 12 and int(found["b"]) <= 12 and found["a"] != found["b"]:
        return Read(When(said=said), "can be read two ways, day first or month first.", WRITE)
    rest = said[found.end() :].strip().removeprefix("T").strip()
    try:
        at = _date(found)
        return _with_time(said, at, rest, zone) if rest else _day_only(said, at)
    except (ValueError, OverflowError):
        return Read(When(said=said), "is a day or a time that does not exist.", "Check day, month and hour.")


def _day_only(said: str, at: datetime) -> Read:
    return Read(When(said=said, moment=at.replace(hour=12, tzinfo=UTC), zone=Zone.DAY))


def _with_time(said: str, at: datetime, rest: str, zone: str) -> Read:
    found = _TIME.fullmatch(rest)
    if not found:
        return Read(When(said=said), "has a time we cannot read.", WRITE)
    local = at + _since_midnight(found)
    stated = (found["zone"] or "").upper()
    if stated:
        name = "UTC" if stated in ("Z", "UTC", "GMT") else stated
        return Read(When(said=said, moment=_utc(local, _offset(name)), zone_name=name))
    known = _zone(zone) if zone else None
    if known is None:
        return Read(When(said=said), "has no time zone.", "Add Z for UTC or an offset such as +02:00.")
    return Read(When(said=said, moment=_utc(local, known), zone=Zone.ASSUMED, zone_name=zone))


def _utc(local: datetime, zone: timezone | ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def _since_midnight(found: re.Match[str]) -> timedelta:
    hours, minutes = int(found["h"]), int(found["mi"] or found["mil"])
    if found["half"]:
        if not 1 <= hours <= 12:
            raise ValueError
        hours = hours % 12 + (12 if found["half"].lower() == "pm" else 0)
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):
        raise ValueError
    return timedelta(hours=hours, minutes=minutes, seconds=int(found["s"] or 0))


def _date(found: re.Match[str]) -> datetime:
    if found["mon"]:
        parts = (int(found["yy"]), _MONTHS.index(found["mon"][:3].lower()) + 1, int(found["dd"]))
    elif found["y"]:
        parts = (int(found["y"]), int(found["m"]), int(found["d"]))
    else:
        first, second = int(found["a"]), int(found["b"])
        parts = (int(found["yyy"]), *((second, first) if first > 12 else (first, second)))
    if not EARLIEST <= parts[0] <= LATEST:
        raise ValueError
    return datetime(*parts)  # noqa: DTZ001  # the zone comes with the time


def _offset(name: str) -> timezone:
    if name == "UTC":
        return UTC
    digits = name[1:].replace(":", "")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-length if name[0] == "-" else length)


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | timezone | None:
    """A zone by its name or offset; None where this machine does not know it."""
    if name == "UTC" or re.fullmatch(r"[+-]\d{2}:?\d{2}", name):
        return _offset(name)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
