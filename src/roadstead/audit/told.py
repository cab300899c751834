"""What can happen to the record itself, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("audit.person_forgotten", gettext_lazy("Person forgotten"))
@dataclass(frozen=True, kw_only=True)
class PersonForgotten(EventData):
    """What events said about a person was taken away."""

    why: str
    events: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took what {} events said about a person away: {}"), told.actor, self.events, self.why)


@event("audit.log_exported", gettext_lazy("Log exported"))
@dataclass(frozen=True, kw_only=True)
class LogExported(EventData):
    """The record of what was done was taken out as a file."""

    form: str
    first: int
    last: int
    asked: str

    def sentence(self, told: Told) -> SafeString:
        if self.asked:
            said = _("{} exported the log as {}: of events {} to {}, those with {}")
            return format_html(said, told.actor, self.form, self.first, self.last, self.asked)
        said = _("{} exported the log as {}: events {} to {}")
        return format_html(said, told.actor, self.form, self.first, self.last)
