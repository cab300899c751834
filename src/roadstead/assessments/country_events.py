"""What can happen to the assessment of a country, and how it is told. Reasons stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.assessments.country_enums import Confidence, Judgement, Stage
from roadstead.audit.events import EventData, Told, event

WORDS = dict(Judgement.choices)
CONFIDENCE = dict(Confidence.choices)


@event("assessments.country_begun", gettext_lazy("Assessment of a country begun"))
@dataclass(frozen=True, kw_only=True)
class CountryAssessmentBegun(EventData):
    """An assessment was begun. versions: "instrument version" of each instrument by which it judges."""

    country: str
    versions: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} began {}"), told.actor, told.subject)


@event("assessments.source_taken", gettext_lazy("Source of an assessment taken, or taken out"))
@dataclass(frozen=True, kw_only=True)
class SourceTaken(EventData):
    """A source was taken into an assessment, or out of it (with why). digest: of what it said then."""

    number: int
    kind: str
    into: bool
    digest: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took source {} into {}") if self.into else _("{} took source {} out of {}")
        return format_html(said, told.actor, self.number, told.subject)


@event("assessments.stated", gettext_lazy("Element or criterion of an assessment stated"))
@dataclass(frozen=True, kw_only=True)
class Stated(EventData):
    """Somebody stated what elements or criteria are. suggested: what the records suggested of it; "" for several."""

    elements: list[str]
    says: str
    suggested: str
    again: bool = False

    def sentence(self, told: Told) -> SafeString:
        said = _("{} stated again that {} is {} in {}") if self.again else _("{} stated that {} is {} in {}")
        word = WORDS.get(self.says, self.says)
        return format_html(said, told.actor, ", ".join(self.elements), word, told.subject)


@event("assessments.confidence_said", gettext_lazy("Confidence in a country said"))
@dataclass(frozen=True, kw_only=True)
class ConfidenceSaid(EventData):
    """Somebody said how sure the assessment is."""

    confidence: str

    def sentence(self, told: Told) -> SafeString:
        word = CONFIDENCE.get(self.confidence, self.confidence)
        return format_html(_("{} said that the confidence of {} is {}"), told.actor, told.subject, word)


@event("assessments.country_stepped", gettext_lazy("Assessment of a country put up, settled, returned or dropped"))
@dataclass(frozen=True, kw_only=True)
class CountryAssessmentStepped(EventData):
    """An assessment went from one state to another."""

    before: str
    after: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        said = {
            Stage.PUT_UP.value: _("{} put {} up to be settled"),
            Stage.SETTLED.value: _("{} settled {}"),
            Stage.DROPPED.value: _("{} dropped {}: {}"),
        }.get(self.after, _("{} returned {}: {}"))
        return format_html(said, told.actor, told.subject, self.why)
