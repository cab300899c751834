"""What can happen to shared information, and how it is told. Its title and text stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event

LABELS = {
    "kind": gettext_lazy("kind"),
    "title": gettext_lazy("title"),
    "text": gettext_lazy("text"),
    "countries": gettext_lazy("countries"),
    "valid_until": gettext_lazy("good until"),
    "to_authorities": gettext_lazy("open to authorities"),
    "to_embassies": gettext_lazy("open to embassies"),
    "to_agencies": gettext_lazy("open to other agencies"),
}


@event("engagement.information_written", gettext_lazy("Information written"))
@dataclass(frozen=True, kw_only=True)
class InformationWritten(EventData):
    """A note or document was written."""

    kind: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} wrote {}"), told.actor, told.subject)


@event("engagement.information_changed", gettext_lazy("Information changed"))
@dataclass(frozen=True, kw_only=True)
class InformationChanged(EventData):
    """A note or document was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields)
        return format_html(_("{} changed {} ({}), now revision {}"), told.actor, told.subject, changed, self.revision)


@event("engagement.information_withdrawn", gettext_lazy("Information withdrawn"))
@dataclass(frozen=True, kw_only=True)
class InformationWithdrawn(EventData):
    """A note or document was said to hold no longer."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} withdrew {}: {}"), told.actor, told.subject, self.why)


@event("engagement.information_seen", gettext_lazy("Shared information opened"))
@dataclass(frozen=True, kw_only=True)
class InformationSeen(EventData):
    """Somebody with whom information was shared opened it for the first time."""

    changes = False

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} opened {} for the first time"), told.actor, told.subject)


@event("engagement.restricted_read", gettext_lazy("Restricted record read"))
@dataclass(frozen=True, kw_only=True)
class RestrictedRead(EventData):
    """A restricted record was read, by somebody who is named or by breaking the glass."""

    changes = False
    named: bool
    way: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} read {}, which is restricted") if self.named else _("{} broke the glass to read {}")
        return format_html(said, told.actor, told.subject)
