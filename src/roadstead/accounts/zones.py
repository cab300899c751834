"""Time zones to choose from."""

from functools import lru_cache
from zoneinfo import available_timezones

_AREAS = (
    *("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/"),
    *("Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"),
)


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """UTC first, then the zones of the IANA database by the place they are called after."""
    return ("UTC", *sorted(one for one in available_timezones() if one.startswith(_AREAS)))


def choices() -> list[tuple[str, str]]:
    """The zones as a choice, places with their spaces."""
    return [(one, one.replace("_", " ")) for one in names()]
