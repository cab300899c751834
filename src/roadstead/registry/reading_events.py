"""What is recorded when a restricted record of the registry is read."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("registry.restricted_read", gettext_lazy("Restricted record of the registry read"))
@dataclass(frozen=True, kw_only=True)
class RestrictedRead(EventData):
    """A restricted organisation or facility was read, by somebody who is named or by breaking the glass."""

    changes = False
    named: bool
    way: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} read {}, which is restricted") if self.named else _("{} broke the glass to read {}")
        return format_html(said, told.actor, told.subject)
