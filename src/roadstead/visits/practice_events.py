"""What can happen to best practice, and how it is told: never where it came from."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal


@event("visits.practice_written", gettext_lazy("Best practice written"))
@dataclass(frozen=True, kw_only=True)
class PracticeWritten(EventData):
    """A best practice was written."""

    elements: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} wrote the best practice {}"), told.actor, told.subject)


@event("visits.practice_changed", gettext_lazy("Best practice changed"))
@dataclass(frozen=True, kw_only=True)
class PracticeChanged(EventData):
    """A best practice was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} changed the best practice {} ({}), now revision {}")
        return format_html(said, told.actor, told.subject, ", ".join(self.fields), self.revision)


@event("visits.practice_consented", gettext_lazy("Host agreed to share a best practice"))
@dataclass(frozen=True, kw_only=True)
class PracticeConsented(EventData):
    """Somebody for the host agreed that a best practice is shared without its source."""

    on: str
    who: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        said = _("{} noted that the host agreed on {} to share {} ({})")
        return format_html(said, told.actor, self.on, told.subject, self.who)


@event("visits.practice_released", gettext_lazy("Best practice released after its check"))
@dataclass(frozen=True, kw_only=True)
class PracticeReleased(EventData):
    """A best practice was released; doubts: how many words somebody looked through and found harmless."""

    doubts: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} released the best practice {}, after looking through {} words")
        return format_html(said, told.actor, told.subject, self.doubts)


@event("visits.practice_withdrawn", gettext_lazy("Best practice withdrawn"))
@dataclass(frozen=True, kw_only=True)
class PracticeWithdrawn(EventData):
    """A best practice was said to hold no longer."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} withdrew the best practice {}: {}"), told.actor, told.subject, self.why)
