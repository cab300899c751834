"""What every part of a notice shares, and times as they were stated.

Every text is as it was given, stripped; None is “not said”, never “no”.
"""

from datetime import datetime
from enum import StrEnum

import msgspec


class Part(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What all parts share. Defaults are left out of the canonical form, so that a new field changes no old digest."""


class Zone(StrEnum):
    """Where the zone of a time comes from."""

    STATED = "stated"  # it stood with the time
    ASSUMED = "assumed"  # the format states none; the shape's data says which one is taken
    DAY = "day"  # only the day was given; the moment is the one said at `When`


class When(Part, frozen=True):
    """A time as stated. moment: UTC, None where it cannot be read. zone_name: "UTC", "+02:00", "America/New_York".

    Where only a day is given, the moment is noon UTC of that day: good for the order of calls, not for a deadline.
    """

    said: str
    moment: datetime | None = None
    zone: Zone = Zone.STATED
    zone_name: str = ""

    @property
    def exact(self) -> bool:
        """Whether more than the day is known."""
        return self.moment is not None and self.zone is not Zone.DAY


class Remark(Part, frozen=True):
    """Something a person should know about how a notice was read. at: the element, cell, row or field."""

    at: str
    what: str
    todo: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (f"{self.at}: {self.what}", self.todo)))
