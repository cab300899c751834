"""Moments and the clocks of places: an item is written in local time and kept in UTC."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


class NoSuchTimeError(ValueError):
    """Clocks were put forward over this time: no such moment was or will be."""


@cache
def zones() -> frozenset[str]:
    """The names of time zones: Africa/Lagos."""
    return frozenset(one for one in available_timezones() if "/" in one or one == "UTC")


def zone(name: str) -> ZoneInfo:
    """A time zone; UTC for a name that is none."""
    return ZoneInfo(name if name in zones() else "UTC")


def moment(local: datetime, name: str) -> datetime:
    """The moment of a local time, the first where clocks go back. Raises NoSuchTimeError where they go forward."""
    there = local.replace(tzinfo=zone(name), fold=0)
    found = there.astimezone(UTC)
    if found.astimezone(zone(name)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTimeError
    return found


def local(at: datetime, name: str) -> datetime:
    """A moment by the clocks of a place, with its zone."""
    return at.astimezone(zone(name))


def offset(at: datetime, name: str) -> str:
    """How far the clocks of a place are from UTC at a moment: UTC+01:00."""
    said = local(at, name).strftime("%z")
    return "UTC" if said == "+0000" else f"UTC{said[:3]}:{said[3:]}"
