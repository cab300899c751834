"""What a draft is made of, checked before it is written, and how one is held while it is changed."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.advisories.models import LONGEST_NOTES, LONGEST_TITLE, Draft, DraftState
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.refusing import OvertakenError, RefusedError

NUMBER = re.compile(r"[0-9]{1,2}-[0-9]{2}")
SAID = ("title", "number", "issued_on", "effective_on", "notice", "notice_on", "docket", "address", "notes")


class DraftError(RefusedError):
    """What was asked of a draft cannot be done; `field` names the field that is wrong, if it is one."""


class StaleDraftError(DraftError, OvertakenError):
    """Somebody changed the draft first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        said = _("This draft was changed after you opened the page. Nothing of yours was saved yet.")
        super().__init__(said, current)


@dataclass(frozen=True, slots=True)
class DraftSaid:
    """What somebody says of an edition; a day that is not there yet is None."""

    title: str
    number: str = ""
    issued_on: date | None = None
    effective_on: date | None = None
    notice: str = ""
    notice_on: date | None = None
    docket: str = ""
    address: str = ""
    notes: str = ""

    def fields(self) -> dict[str, Any]:
        """The columns it fills. Raises DraftError."""
        title = " ".join(self.title.replace("\0", "").split())
        if not title:
            raise DraftError(_("Give the edition a title."), "title")
        if len(title) > LONGEST_TITLE:
            raise DraftError(_("Say it in at most %(most)s characters.") % {"most": LONGEST_TITLE}, "title")
        if self.number and not NUMBER.fullmatch(self.number):
            raise DraftError(_("Write the number like 1-26: the number in the year, and the year."), "number")
        if self.issued_on and self.effective_on and self.effective_on < self.issued_on:
            raise DraftError(_("It takes effect on the day of publication or later."), "effective_on")
        if bool(self.notice) != bool(self.notice_on):
            raise DraftError(_("Give the notice with its day, or neither."), "notice_on" if self.notice else "notice")
        if len(self.notes) > LONGEST_NOTES:
            raise DraftError(_("Say it in at most %(most)s characters.") % {"most": LONGEST_NOTES}, "notes")
        plain = {name: getattr(self, name) for name in SAID if name not in ("title", "notes")}
        return plain | {"title": title, "notes": self.notes.replace("\0", "").replace("\r\n", "\n").strip()}


def person_of(by: Viewer) -> int:
    """Who acts. Raises PermissionDenied for a program."""
    if by.user_id is None:
        raise PermissionDenied(_("Editions are drafted and published by people."))
    return by.user_id


def hold(draft: Draft, revision: int | None, by: Viewer) -> Draft:
    """An open draft, held until the action ends. Raises StaleDraftError; DraftError; DoesNotExist."""
    held = Draft.objects.visible_to(by).select_for_update().get(pk=draft.pk)
    if revision is not None and held.revision != revision:
        raise StaleDraftError(held)
    if held.state != DraftState.OPEN:
        raise DraftError(_("The draft is %(state)s.") % {"state": DraftState(held.state).label})
    return held


def keep(held: Draft, *fields: str) -> None:
    """Write some fields of a draft that is held, as its next revision."""
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*fields, "revision", "changed_at"])
