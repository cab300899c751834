"""What can happen to experts, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("training.expert_kept", gettext_lazy("Expert entered, changed or retired"))
@dataclass(frozen=True, kw_only=True)
class ExpertKept(EventData):
    """An expert came into the roster, was changed, or left it."""

    new: bool
    retired: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} put {} into the roster") if self.new else _("{} changed {} in the roster")
        if self.retired:
            said = _("{} took {} off the roster")
        return format_html(said, told.actor, told.subject)


@event("training.expert_free", gettext_lazy("Days of an expert"))
@dataclass(frozen=True, kw_only=True)
class ExpertFree(EventData):
    """Days on which an expert can be sent were entered, or taken away."""

    first_on: str
    last_on: str
    gone: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took away the days {} to {} of {}") if self.gone else _("{} entered the days {} to {} of {}")
        return format_html(said, told.actor, self.first_on, self.last_on, told.subject)


@event("training.expert_served", gettext_lazy("Service of an expert"))
@dataclass(frozen=True, kw_only=True)
class ExpertServed(EventData):
    """An expert was found for a request, or how it was is said. request: its number, 0 for none."""

    request: int
    first_on: str
    after: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} said how it was with {} from {}") if self.after else _("{} chose {} from {}")
        return format_html(said, told.actor, told.subject, self.first_on)
