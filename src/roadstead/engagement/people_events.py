"""What can happen to people outside the programme, and how it is told. No event holds a name of theirs."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.engagement.enums import PositionKind

LABELS = {
    "name": gettext_lazy("name"),
    "local_name": gettext_lazy("name in its own script"),
    "country": gettext_lazy("country"),
    "emails": gettext_lazy("e-mail addresses"),
    "phones": gettext_lazy("telephone numbers"),
    "languages": gettext_lazy("languages"),
    "consent": gettext_lazy("consent"),
    "consent_on": gettext_lazy("day of the consent"),
    "source": gettext_lazy("source"),
    "last_contact_on": gettext_lazy("last contact"),
    "note": gettext_lazy("note"),
    "uid": gettext_lazy("name in the address book"),
    "part": gettext_lazy("part"),
}


@event("engagement.contact_written", gettext_lazy("Person written"))
@dataclass(frozen=True, kw_only=True)
class ContactWritten(EventData):
    """A person outside the programme was written. imported: the number of the import, 0 where typed."""

    imported: int = 0

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took {} over from an address book") if self.imported else _("{} wrote {}")
        return format_html(said, told.actor, told.subject)


@event("engagement.contact_changed", gettext_lazy("Person changed"))
@dataclass(frozen=True, kw_only=True)
class ContactChanged(EventData):
    """What is kept of a person was changed."""

    fields: list[str]
    revision: int
    imported: int = 0

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields)
        said = _("{} changed {} ({}) by an address book, now revision {}") if self.imported else ""
        said = said or _("{} changed {} ({}), now revision {}")
        return format_html(said, told.actor, told.subject, changed, self.revision)


@event("engagement.contact_retired", gettext_lazy("Person retired, or kept in touch with again"))
@dataclass(frozen=True, kw_only=True)
class ContactRetired(EventData):
    """The programme keeps in touch with a person no longer, or does so again."""

    retired: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} retired {}") if self.retired else _("{} took {} up again")
        return format_html(said, told.actor, told.subject)


@event("engagement.contact_forgotten", gettext_lazy("Person outside the programme forgotten"))
@dataclass(frozen=True, kw_only=True)
class ContactForgotten(EventData):
    """Name, addresses and note of a person were taken away."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took the name and addresses of {} away: {}"), told.actor, told.subject, self.why)


@event("engagement.position_added", gettext_lazy("Part of a person written"))
@dataclass(frozen=True, kw_only=True)
class PositionAdded(EventData):
    """A person was given a part at an organisation or a facility."""

    kind: str
    organisation: int = 0
    facility: int = 0
    valid_from: str = ""
    valid_until: str = ""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} wrote a part of {}: {}"), told.actor, told.subject, part_word(self.kind))


@event("engagement.position_ended", gettext_lazy("Part of a person ended"))
@dataclass(frozen=True, kw_only=True)
class PositionEnded(EventData):
    """A part of a person ended."""

    kind: str
    until: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} ended a part of {}: {}, until {}")
        return format_html(said, told.actor, told.subject, part_word(self.kind), self.until)


@event("engagement.position_removed", gettext_lazy("Part of a person removed"))
@dataclass(frozen=True, kw_only=True)
class PositionRemoved(EventData):
    """A part of a person, written by mistake, was taken away."""

    kind: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} removed a part of {} ({}): {}")
        return format_html(said, told.actor, told.subject, part_word(self.kind), self.why)


def part_word(kind: str) -> str:
    """A part in words."""
    return str(PositionKind(kind).label) if kind in PositionKind.values else kind
