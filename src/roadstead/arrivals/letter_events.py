"""What can happen to letters and to places that are settled, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.letter_enums import LetterKind
from roadstead.audit.events import EventData, Told, event, personal


def kind_said(value: str) -> str:
    """A kind of letter in words; one that nobody knows any more, as it stands."""
    return str(LetterKind(value).label) if value in LetterKind.values else value


@event("arrivals.letter_begun", gettext_lazy("Letter drafted"))
@dataclass(frozen=True, kw_only=True)
class LetterBegun(EventData):
    """A letter was drafted from what was decided and found. withdraws: the number of the letter that it ends."""

    kind: str
    withdraws: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} drafted {}: {}"), told.actor, told.subject, kind_said(self.kind))


@event("arrivals.letter_written", gettext_lazy("Letter changed"))
@dataclass(frozen=True, kw_only=True)
class LetterWritten(EventData):
    """The text of a draft was changed. fields: which of its fields."""

    fields: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} changed the draft of {}"), told.actor, told.subject)


@event("arrivals.letter_discarded", gettext_lazy("Draft of a letter discarded"))
@dataclass(frozen=True, kw_only=True)
class LetterDiscarded(EventData):
    """A draft was put away; it never had a number."""

    kind: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} discarded a draft about {}: {}"), told.actor, told.subject, kind_said(self.kind))


@event("arrivals.letter_signed", gettext_lazy("Letter signed"))
@dataclass(frozen=True, kw_only=True)
class LetterSigned(EventData):
    """A letter was signed. digest: of what was signed; withdraws: the number of the letter that ended with it."""

    kind: str
    reference: str
    digest: str
    withdraws: str

    def sentence(self, told: Told) -> SafeString:
        said = format_html(_("{} signed {}: {}"), told.actor, told.subject, kind_said(self.kind))
        return format_html(_("{}; {} holds no longer"), said, self.withdraws) if self.withdraws else said


@event("arrivals.letter_sent", gettext_lazy("Letter sent"))
@dataclass(frozen=True, kw_only=True)
class LetterWasSent(EventData):
    """A signed letter went out by e-mail, as a link."""

    reference: str
    to: str = personal()

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} sent {} to {}"), told.actor, told.subject, self.to)


@event("arrivals.place_settled", gettext_lazy("Place of a notice settled"))
@dataclass(frozen=True, kw_only=True)
class PlaceSettled(EventData):
    """Somebody said which port a place of a notice is. path: in the notice; outcome: of the verdict afterwards."""

    path: str
    said: str
    port: str
    outcome: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} settled of the notice of {}: “{}” is {}")
        return format_html(said, told.actor, told.subject, self.said, self.port)
