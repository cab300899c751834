"""What can happen to host units and to links, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal


@event("hosting.unit_kept", gettext_lazy("Host unit written or changed"))
@dataclass(frozen=True, kw_only=True)
class UnitKept(EventData):
    """A host unit was written, changed, or hosts no more."""

    what: str
    fields: list[str]

    def sentence(self, told: Told) -> SafeString:
        said = {"written": _("{} wrote the host unit {}"), "retired": _("{} noted that {} hosts no more")}
        return format_html(said.get(self.what, _("{} changed the host unit {}")), told.actor, told.subject)


@event("hosting.unit_busy", gettext_lazy("Calendar of a host unit"))
@dataclass(frozen=True, kw_only=True)
class UnitBusy(EventData):
    """Days on which a unit hosts nobody were written, or taken out."""

    days: str
    added: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} noted that {} hosts nobody on {}") if self.added else _("{} noted that {} hosts again on {}")
        return format_html(said, told.actor, told.subject, self.days)


@event("hosting.link_given", gettext_lazy("Link to ask for a reciprocal visit"))
@dataclass(frozen=True, kw_only=True)
class AskLinkGiven(EventData):
    """A link was made out to somebody, or revoked."""

    country: str
    revoked: bool = False
    name: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        said = _("{} revoked a link to ask for {}") if self.revoked else _("{} gave a link to ask for {}")
        return format_html(said, told.actor, self.country)
