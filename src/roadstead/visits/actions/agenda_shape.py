"""What an item of an agenda is made of, checked before it is written."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.visits.actions.agenda_parties import AgendaError
from roadstead.visits.agenda import zones
from roadstead.visits.agenda_enums import Block
from roadstead.visits.models.agenda import LONGEST_PLACE, LONGEST_TEXT

SHORT = 60
LONGEST = {"place": LONGEST_PLACE, "language": SHORT, "travel_by": SHORT}
TEXTS = ("purpose", "purpose_local", "place", "people", "language", "prepare", "prepare_local", "travel_by")
MOST_TRAVEL = 2 * 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class ItemText:
    """What somebody says of an item. starts, ends: local times of `zone`, without one of their own."""

    block: str
    purpose: str
    purpose_local: str = ""
    place: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str = "UTC"
    people: str = ""
    language: str = ""
    prepare: str = ""
    prepare_local: str = ""
    travel_minutes: int | None = None
    travel_by: str = ""

    def columns(self, kind: str = "") -> dict[str, Any]:
        """The columns it fills. kind: of the visit, whose parts these are. Raises AgendaError, naming the field."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        said |= {name: _tidy(name, said[name]) for name in TEXTS}
        if self.block not in (Block.of(kind) if kind else Block):
            raise AgendaError(_("Choose the part of the agenda that the item belongs to."), "block")
        if not said["purpose"] and not said["purpose_local"]:
            raise AgendaError(_("Say what the item is for, in English or in the other language."), "purpose")
        if self.zone not in zones.zones():
            raise AgendaError(_("Choose a time zone from the list, as in Africa/Lagos."), "zone")
        if self.travel_minutes is not None and not 0 <= self.travel_minutes <= MOST_TRAVEL:
            raise AgendaError(_("Write the minutes of travel, at most two days."), "travel_minutes")
        said["starts_at"], said["ends_at"] = (_moment(said.pop(name), self.zone, name) for name in ("starts", "ends"))
        if said["ends_at"] and not said["starts_at"]:
            raise AgendaError(_("Say when the item begins, too."), "starts")
        if said["ends_at"] and said["ends_at"] <= said["starts_at"]:
            raise AgendaError(_("An item ends after it begins."), "ends")
        return said


def _moment(local: datetime | None, zone: str, field: str) -> datetime | None:
    if local is None:
        return None
    try:
        return zones.moment(local, zone)
    except zones.NoSuchTimeError as error:
        raise AgendaError(_("Clocks are put forward over this time in that zone. Choose another."), field) from error
    except OverflowError as error:
        raise AgendaError(_("That day is too far away."), field) from error


def _tidy(name: str, text: str) -> str:
    plain = text.replace("\0", "").replace("\r\n", "\n").strip()
    most = LONGEST.get(name, LONGEST_TEXT)
    if len(plain) > most:
        words = {"most": most, "written": len(plain)}
        raise AgendaError(_("At most %(most)s characters, and you wrote %(written)s. Shorten it.") % words, name)
    return plain
