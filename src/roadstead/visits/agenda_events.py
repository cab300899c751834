"""What can happen to the agenda of a visit, and how it is told. What items say stands in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("visits.agenda_begun", gettext_lazy("Agenda begun"))
@dataclass(frozen=True, kw_only=True)
class AgendaBegun(EventData):
    """The agenda of a visit was begun from a template."""

    kind: str
    items: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} began the agenda of {} with {} items"), told.actor, told.subject, self.items)


@event("visits.agenda_proposed", gettext_lazy("Item of an agenda proposed"))
@dataclass(frozen=True, kw_only=True)
class ItemProposed(EventData):
    """A side proposed a new item."""

    item: int
    side: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} proposed item {} of the agenda of {}"), told.actor, self.item, told.subject)


@event("visits.agenda_countered", gettext_lazy("Item of an agenda changed"))
@dataclass(frozen=True, kw_only=True)
class ItemChanged(EventData):
    """A side changed an item; what was accepted of it is void."""

    item: int
    side: str
    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} changed item {} of the agenda of {}, now revision {}")
        return format_html(said, told.actor, self.item, told.subject, self.revision)


@event("visits.agenda_withdrawn", gettext_lazy("Item of an agenda withdrawn"))
@dataclass(frozen=True, kw_only=True)
class ItemWithdrawn(EventData):
    """A side took an item off the agenda."""

    item: int
    side: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took item {} off the agenda of {}"), told.actor, self.item, told.subject)


@event("visits.agenda_accepted", gettext_lazy("Items of an agenda accepted"))
@dataclass(frozen=True, kw_only=True)
class ItemsAccepted(EventData):
    """A side accepted items as they stood."""

    items: list[int]
    side: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} accepted {} items of the agenda of {}")
        return format_html(said, told.actor, len(self.items), told.subject)


@event("visits.agenda_agreed", gettext_lazy("Agenda agreed by a side"))
@dataclass(frozen=True, kw_only=True)
class AgendaAgreed(EventData):
    """A named person agreed a version as a whole for a side; `digest` is of what was agreed."""

    side: str
    version: int
    digest: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} agreed version {} of the agenda of {}"), told.actor, self.version, told.subject)


@event("visits.agenda_void", gettext_lazy("Agreement of an agenda void"))
@dataclass(frozen=True, kw_only=True)
class AgreementVoid(EventData):
    """An item changed after a side had agreed the whole."""

    version: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} changed the agenda of {}: what was agreed as version {} is void")
        return format_html(said, told.actor, told.subject, self.version)
