"""What people do about arrivals, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.enums import Disposition, outcome_said
from roadstead.audit.events import EventData, Told, event, personal


def disposition_said(value: str) -> str:
    """A decision in words; one that an event of long ago has and nobody knows any more, as it stands."""
    return str(Disposition(value).label) if value in Disposition.values else value


@event("arrivals.decided", gettext_lazy("Arrival decided"))
@dataclass(frozen=True, kw_only=True)
class Decided(EventData):
    """Somebody decided on an arrival. until: of guards that are waived."""

    kind: str
    proposed: str
    reason: str = ""
    until: str = ""

    def sentence(self, told: Told) -> SafeString:
        kind, proposed = disposition_said(self.kind), disposition_said(self.proposed)
        why = format_html(_(": “{}”"), self.reason) if self.reason else ""
        if self.kind == self.proposed:
            return format_html(_("{} decided on {}: {}, as proposed{}"), told.actor, told.subject, kind, why)
        said = _("{} decided on {}: {}, where “{}” was proposed{}")
        return format_html(said, told.actor, told.subject, kind, proposed, why)


@event("arrivals.waiver_ended", gettext_lazy("Waiver of guards ended"))
@dataclass(frozen=True, kw_only=True)
class WaiverEnded(EventData):
    """The moment until which guards were waived is over; somebody looks at the arrival again."""

    until: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("The waiver of guards of {} ended on {} UTC"), told.subject, self.until)


@event("arrivals.over", gettext_lazy("Arrival over"))
@dataclass(frozen=True, kw_only=True)
class VoyageOver(EventData):
    """A ship came a day ago, and nobody has anything to do about it. before: what it wanted until then."""

    before: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("The arrival of {} is over"), told.subject)


@event("arrivals.assigned", gettext_lazy("Arrival assigned"))
@dataclass(frozen=True, kw_only=True)
class Assigned(EventData):
    """An arrival was taken, given to somebody, or given back. to: a name, "" for nobody."""

    to: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} assigned {} to {}"), told.actor, told.subject, self.to or _("nobody"))


@event("arrivals.noted", gettext_lazy("Note on an arrival"))
@dataclass(frozen=True, kw_only=True)
class Noted(EventData):
    """Somebody wrote a note; what it says stands with the arrival."""

    length: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} wrote a note on {}"), told.actor, told.subject)


@event("arrivals.asked", gettext_lazy("Question to the ship’s side"))
@dataclass(frozen=True, kw_only=True)
class QuestionAsked(EventData):
    """The watch asked for a fact. by_link: whether a link went out by e-mail; until: how long that is good."""

    field: str
    by_link: bool
    until: str
    text: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} asked the ship’s side about {}: “{}”")
        return format_html(said, told.actor, told.subject, self.text)


@event("arrivals.question_sent", gettext_lazy("Link to a question sent"))
@dataclass(frozen=True, kw_only=True)
class QuestionSent(EventData):
    """The message with the link of a question was handed over."""

    field: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("The link to a question about {} was sent"), told.subject)


@event("arrivals.answered", gettext_lazy("Question answered"))
@dataclass(frozen=True, kw_only=True)
class QuestionAnswered(EventData):
    """The ship’s side answered. version: of the notice that the answer made, 0 where it made none."""

    field: str
    value: str
    version: int
    outcome: str

    def sentence(self, told: Told) -> SafeString:
        outcome = outcome_said(self.outcome)
        if not self.version:
            return format_html(_("{} answered a question about {}"), told.actor, told.subject)
        said = _("{} answered a question about {}: version {} of the notice; {}")
        return format_html(said, told.actor, told.subject, self.version, outcome)


@event("arrivals.link_refused", gettext_lazy("Link to a question refused"))
@dataclass(frozen=True, kw_only=True)
class LinkRefused(EventData):
    """Somebody opened a link whose question was answered, or whose time was over."""

    answered: bool

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("A link to a question about {} was opened, and was good no more"), told.subject)


@event("arrivals.message_written", gettext_lazy("Message in the thread of an arrival"))
@dataclass(frozen=True, kw_only=True)
class MessageWritten(EventData):
    """Watch or ship’s side wrote to the other; what it says stands with the arrival."""

    side: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} wrote a message about {}"), told.actor, told.subject)


@event("arrivals.handed_over", gettext_lazy("Watch handed over"))
@dataclass(frozen=True, kw_only=True)
class HandedOver(EventData):
    """A watch was handed over. lines: how much had happened."""

    since: str
    until: str
    lines: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} handed over {}"), told.actor, told.subject)


@event("arrivals.taken_over", gettext_lazy("Watch taken over"))
@dataclass(frozen=True, kw_only=True)
class TakenOver(EventData):
    """A watch that was handed over was taken."""

    until: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took over {}"), told.actor, told.subject)
