"""What can happen on the way to notice: others are asked, they answer, and it is recorded what the host gains."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.audit.events import EventData, Told, event
from roadstead.visits.enums import Reply


@event("visits.others_asked", gettext_lazy("Embassy and agencies asked about a visit"))
@dataclass(frozen=True, kw_only=True)
class OthersAsked(EventData):
    """The embassy and agencies were asked to join, combine or avoid. people: how many were told."""

    days: str
    until: str
    people: int

    def sentence(self, told: Told) -> SafeString:
        words = ngettext("{} asked {} person about {} ({})", "{} asked {} people about {} ({})", self.people)
        return format_html(words, told.actor, self.people, told.subject, self.days)


@event("visits.asking_answered", gettext_lazy("Embassy or agency answered about a visit"))
@dataclass(frozen=True, kw_only=True)
class AskingAnswered(EventData):
    """An embassy or agency answered what it was asked about a visit."""

    agency: str
    answer: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        word = str(Reply(self.answer).label) if self.answer in Reply.values else self.answer
        said = format_html(_("{} answered about {} for {}: {}"), told.actor, told.subject, self.agency, word)
        return format_html("{} ({})", said, self.why) if self.why else said


@event("visits.benefit_recorded", gettext_lazy("Benefit and redundancy of a visit recorded"))
@dataclass(frozen=True, kw_only=True)
class BenefitRecorded(EventData):
    """It was recorded what the host gains and how nobody comes twice. unasked: why the others were not asked."""

    redundancy: str
    unasked: str = ""

    def sentence(self, told: Told) -> SafeString:
        words = _("{} recorded what the host gains by {}, and who else comes: {}")
        return format_html(words, told.actor, told.subject, self.redundancy)
