"""What information is made of, checked before it is written."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.engagement.enums import InformationKind
from roadstead.engagement.models import LONGEST_TEXT, LONGEST_TITLE, Information

TO = ("to_authorities", "to_embassies", "to_agencies")
FIELDS = ("kind", "title", "text", "valid_until", *TO)


class InformationError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleError(InformationError):
    """Somebody changed the record first; `current` is how it stands now."""

    def __init__(self, current: Information) -> None:
        super().__init__(_("Somebody changed this after you opened it. Nothing of yours was saved yet."))
        self.current = current


@dataclass(frozen=True, slots=True)
class Content:
    """What somebody writes. countries: codes of those that it is about; to_…: who reads it once it is shared."""

    kind: InformationKind
    title: str
    text: str
    countries: Collection[str] = ()
    valid_until: date | None = None
    to_authorities: bool = True
    to_embassies: bool = True
    to_agencies: bool = True

    def checked(self) -> "Content":
        """The same without space around it. Raises InformationError for what is missing, too long or over."""
        title, text = " ".join(self.title.split()), self.text.replace("\r\n", "\n").strip()
        if not title:
            raise InformationError(_("Give it a title."), "title")
        if len(title) > LONGEST_TITLE:
            raise InformationError(_("A title has at most %(most)s characters.") % {"most": LONGEST_TITLE}, "title")
        if not text:
            raise InformationError(_("Write what is to be known."), "text")
        if len(text) > LONGEST_TEXT:
            raise InformationError(_("A text has at most %(most)s characters.") % {"most": LONGEST_TEXT}, "text")
        if not any(getattr(self, name) for name in TO):
            raise InformationError(_("Somebody is to read it: keep it from two of them at most."), "withheld")
        return replace(self, title=title, text=text, countries=frozenset(self.countries))


def check_end(valid_until: date | None) -> None:
    """Raises InformationError for an end that is past."""
    if valid_until is not None and valid_until < clock.today():
        raise InformationError(_("That day is past. Choose a later one, or leave it empty."), "valid_until")
