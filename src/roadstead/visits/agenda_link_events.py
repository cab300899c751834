"""What can happen to the links of an agenda, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal


@event("visits.link_given", gettext_lazy("Link to an agenda given"))
@dataclass(frozen=True, kw_only=True)
class LinkGiven(EventData):
    """A link to the agenda was made out to somebody."""

    link: int
    until: str
    name: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        said = _("{} gave {} a link to the agenda of {}, good until {}")
        return format_html(said, told.actor, self.name or _("a person"), told.subject, self.until)


@event("visits.link_revoked", gettext_lazy("Link to an agenda revoked"))
@dataclass(frozen=True, kw_only=True)
class LinkRevoked(EventData):
    """A link to the agenda was made worthless."""

    link: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} revoked link {} to the agenda of {}"), told.actor, self.link, told.subject)


@event("visits.link_used", gettext_lazy("Link to an agenda used"))
@dataclass(frozen=True, kw_only=True)
class LinkUsed(EventData):
    """A link was used, in one of the ways that are kept."""

    changes = False
    link: int
    what: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} used link {} to the agenda of {} ({})")
        return format_html(said, told.actor, self.link, told.subject, self.what)


@event("visits.agenda_looked", gettext_lazy("Changes of an agenda seen"))
@dataclass(frozen=True, kw_only=True)
class AgendaLooked(EventData):
    """Somebody said that they have seen what changed."""

    changes = False
    version: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} has seen the agenda of {} up to version {}")
        return format_html(said, told.actor, told.subject, self.version)
