"""What can happen to promises and to questions that were passed on. Their words stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("engagement.commitment_made", gettext_lazy("Promise written"))
@dataclass(frozen=True, kw_only=True)
class CommitmentMade(EventData):
    """A promise was written. side: ours, theirs; due_on: "" for none."""

    commitment: int
    side: str
    due_on: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} wrote a promise of ours in {}") if self.side == "ours" else _("{} wrote a promise of theirs in {}")
        return format_html(said, told.actor, told.subject)


@event("engagement.commitment_kept", gettext_lazy("Promise kept"))
@dataclass(frozen=True, kw_only=True)
class CommitmentKept(EventData):
    """A promise was kept."""

    commitment: int
    on: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} said that a promise of {} was kept on {}"), told.actor, told.subject, self.on)


@event("engagement.commitment_dropped", gettext_lazy("Promise dropped"))
@dataclass(frozen=True, kw_only=True)
class CommitmentDropped(EventData):
    """A promise will not be kept."""

    commitment: int
    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} dropped a promise of {}: {}"), told.actor, told.subject, self.why)


@event("engagement.commitment_moved", gettext_lazy("Day of a promise moved"))
@dataclass(frozen=True, kw_only=True)
class CommitmentMoved(EventData):
    """A promise is due on another day. before, due_on: "" for none."""

    commitment: int
    before: str
    due_on: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} moved the day of a promise of {} from {} to {}: {}")
        none = _("no day")
        return format_html(said, told.actor, told.subject, self.before or none, self.due_on or none, self.why)


@event("engagement.referral_made", gettext_lazy("Question passed on"))
@dataclass(frozen=True, kw_only=True)
class ReferralMade(EventData):
    """A question was passed on to a colleague (officer) or an organisation; the other is 0."""

    referral: int
    officer: int
    organisation: int
    due_on: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} passed a question of {} on to a colleague")
        if self.organisation:
            said = _("{} passed a question of {} on to an organisation")
        return format_html(said, told.actor, told.subject)


@event("engagement.referral_answered", gettext_lazy("Question answered"))
@dataclass(frozen=True, kw_only=True)
class ReferralAnswered(EventData):
    """A question that was passed on has its answer."""

    referral: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} answered a question of {}"), told.actor, told.subject)
