"""What can happen to others' visits, to overlaps and to the clocks of a country, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.visits.enums import Answer, Clock


@event("visits.other_told", gettext_lazy("Visit of others told"))
@dataclass(frozen=True, kw_only=True)
class OtherTold(EventData):
    """An embassy or agency told of a visit of its own, or an officer did for it."""

    country: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} told of {}"), told.actor, told.subject)


@event("visits.other_changed", gettext_lazy("Visit of others changed"))
@dataclass(frozen=True, kw_only=True)
class OtherChanged(EventData):
    """What was told of a visit of others was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} changed {}, now revision {}"), told.actor, told.subject, self.revision)


@event("visits.other_withdrawn", gettext_lazy("Visit of others withdrawn"))
@dataclass(frozen=True, kw_only=True)
class OtherWithdrawn(EventData):
    """A visit of others does not take place."""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} said that {} does not take place"), told.actor, told.subject)


@event("visits.overlap_answered", gettext_lazy("Overlap of visits answered"))
@dataclass(frozen=True, kw_only=True)
class OverlapAnswered(EventData):
    """It was said what is to become of two visits that lie close. other: the number of the visit of others."""

    other: int
    answer: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        word = str(Answer(self.answer).label) if self.answer in Answer.values else self.answer
        said = format_html(_("{} answered an overlap of {}: {}"), told.actor, told.subject, word)
        return format_html("{} ({})", said, self.why) if self.why else said


@event("visits.clock_suspended", gettext_lazy("Clock of a country suspended"))
@dataclass(frozen=True, kw_only=True)
class ClockSuspended(EventData):
    """It was recorded why a country is not visited, or not assessed, in time."""

    country: str
    clock: str
    since: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        words = _("{} suspended {} from {} on: {}")
        return format_html(words, told.actor, told.subject, self.since, self.why)


@event("visits.clock_resumed", gettext_lazy("Clock of a country resumed"))
@dataclass(frozen=True, kw_only=True)
class ClockResumed(EventData):
    """A reason why a clock stood still holds no longer."""

    country: str
    clock: str
    until: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} resumed {} from {} on"), told.actor, told.subject, self.until)


def clock_word(clock: str) -> str:
    """A clock in words."""
    return str(Clock(clock).label) if clock in Clock.values else clock
