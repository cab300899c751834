"""What time it is in a country, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.registry.queries.bodies import Zone


@dataclass(frozen=True, slots=True)
class Local:
    """The time in one or more zones of a country: “14:05”, “Monday 23 November”, “UTC+1”."""

    time: str
    day: str
    offset: str
    zones: str
    source: str
    note: str | Promise


def local(zone: Zone) -> Local:
    """A zone with its time now."""
    names = ", ".join(name.replace("_", " ") for name in zone.names)
    if zone.local is None:
        return Local("", "", "", names, zone.source, _("This installation lacks the rules of this zone."))
    wall = zone.local.replace(tzinfo=None)  # else a template would show it in UTC
    return Local(
        date_format(wall, "H:i"), date_format(wall, "l j F"), offset_in_words(zone.local), names, zone.source, ""
    )


def offset_in_words(moment: datetime) -> str:
    """How far a moment's zone is from UTC: UTC, UTC+1, UTC−3:30."""
    offset = moment.utcoffset()
    minutes = 0 if offset is None else int(offset.total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"
