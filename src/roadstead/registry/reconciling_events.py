"""Decisions of identity: what a name or number in some source is, and how that is told. The texts stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("registry.identity_decided", gettext_lazy("Identity decided"))
@dataclass(frozen=True, kw_only=True)
class IdentityDecided(EventData):
    """It was decided whether something that a source names is this record. kind: exception, clash or port."""

    kind: str
    same: bool
    identity: int

    def sentence(self, told: Told) -> SafeString:
        said = (
            _("{} decided that a name in another source is {}")
            if self.same
            else _("{} decided about {}: none of these")
        )
        return format_html(said, told.actor, told.subject)


@event("registry.identity_reversed", gettext_lazy("Decision of identity taken back"))
@dataclass(frozen=True, kw_only=True)
class IdentityReversed(EventData):
    """A decision of identity was taken back, with what it had written."""

    same: bool
    identity: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took a decision of identity about {} back"), told.actor, told.subject)
