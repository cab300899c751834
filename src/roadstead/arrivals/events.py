"""What can happen to arrivals, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.enums import outcome_said
from roadstead.audit.events import EventData, Told, event


@event("arrivals.notice_received", gettext_lazy("Notice received"))
@dataclass(frozen=True, kw_only=True)
class NoticeReceived(EventData):
    """A notice was taken in and judged. sha256: of what is kept of it."""

    origin: str
    number: int
    sha256: str
    outcome: str
    edition: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took in the notice of {}: {}"), told.actor, told.subject, outcome_said(self.outcome))


@event("arrivals.judged_again", gettext_lazy("Notices judged again"))
@dataclass(frozen=True, kw_only=True)
class JudgedAgain(EventData):
    """Stored notices were judged under another rule book; `changed` of them came to something else."""

    looked_at: int
    changed: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} judged {} notices again under {}: {} changed")
        return format_html(said, told.actor, self.looked_at, told.subject, self.changed)


@event("arrivals.change_settled", gettext_lazy("Changed verdict looked at"))
@dataclass(frozen=True, kw_only=True)
class ChangeSettled(EventData):
    """Somebody looked at a verdict that changed, and said what follows."""

    before: str
    after: str
    word: str

    def sentence(self, told: Told) -> SafeString:
        before, after = outcome_said(self.before), outcome_said(self.after)
        said = _("{} looked at the change of {} from “{}” to “{}”: “{}”")
        return format_html(said, told.actor, told.subject, before, after, self.word)


@event("arrivals.notices_came", gettext_lazy("Notices came in"))
@dataclass(frozen=True, kw_only=True)
class NoticesCame(EventData):
    """A file or a request with notices was taken in. counts: of notices by what became of them."""

    origin: str
    counts: dict[str, int]
    sha256: str

    def sentence(self, told: Told) -> SafeString:
        words = ", ".join(f"{number} {outcome}" for outcome, number in self.counts.items()) or "0"
        return format_html(_("{} sent {}: {}"), told.actor, told.subject, words)


@event("arrivals.arrival_claimed", gettext_lazy("Arrival announced by its company, too"))
@dataclass(frozen=True, kw_only=True)
class ArrivalClaimed(EventData):
    """A company said of a voyage what was known of it already, and reads it from now on."""

    company: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(
            _("{} announced {} for {}, in the words that were there"), told.actor, told.subject, self.company
        )
