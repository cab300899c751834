"""What can happen to a self-assessment, and how it is told. Texts of answers stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("assessments.self_begun", gettext_lazy("Self-assessment begun"))
@dataclass(frozen=True, kw_only=True)
class SelfAssessmentBegun(EventData):
    """A questionnaire was opened. versions: "instrument version" of each instrument that its questions are from."""

    asked_of: str
    questions: int
    versions: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} began {} with {} questions"), told.actor, told.subject, self.questions)


@event("assessments.answers_kept", gettext_lazy("Answer of a self-assessment kept"))
@dataclass(frozen=True, kw_only=True)
class AnswerKept(EventData):
    """Something was typed into an answer, and has arrived. aside: the fields of which another wording was put aside."""

    question: str
    fields: list[str]
    aside: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} answered {} of {} (revision {})")
        return format_html(said, told.actor, self.question, told.subject, self.revision)


@event("assessments.evidence_added", gettext_lazy("Evidence added to a self-assessment"))
@dataclass(frozen=True, kw_only=True)
class EvidenceAdded(EventData):
    """Evidence came for an answer; version: more than 1 where it replaces an older file."""

    question: str
    sha256: str
    dated_on: str
    version: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} added evidence of {} for {} of {}, version {}")
        return format_html(said, told.actor, self.dated_on, self.question, told.subject, self.version)


@event("assessments.self_submitted", gettext_lazy("Self-assessment submitted"))
@dataclass(frozen=True, kw_only=True)
class SelfAssessmentSubmitted(EventData):
    """It was submitted to the programme, for the first time or again. answers: how many of each."""

    answers: list[str]
    again: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} submitted {} again") if self.again else _("{} submitted {}")
        return format_html(said, told.actor, told.subject)


@event("assessments.answer_reviewed", gettext_lazy("Answer of a self-assessment validated or questioned"))
@dataclass(frozen=True, kw_only=True)
class AnswerReviewed(EventData):
    """An officer validated an answer, or questioned it."""

    question: str
    verdict: str
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} validated the answer {} of {}")
        if self.verdict == "questioned":
            said = _("{} questioned the answer {} of {}")
        return format_html(said, told.actor, self.question, told.subject)


@event("assessments.self_sent_back", gettext_lazy("Self-assessment sent back with questions"))
@dataclass(frozen=True, kw_only=True)
class SelfAssessmentSentBack(EventData):
    """Questioned answers went back to the State or facility."""

    questions: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} sent {} back with {} questions"), told.actor, told.subject, len(self.questions))


@event("assessments.self_validated", gettext_lazy("Self-assessment validated"))
@dataclass(frozen=True, kw_only=True)
class SelfAssessmentValidated(EventData):
    """Every answer is validated, and the questionnaire is closed."""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} closed {}: every answer is validated"), told.actor, told.subject)


@event("assessments.self_withdrawn", gettext_lazy("Self-assessment withdrawn"))
@dataclass(frozen=True, kw_only=True)
class SelfAssessmentWithdrawn(EventData):
    """It was withdrawn by its State or facility. What was written stays."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} withdrew {}: {}"), told.actor, told.subject, self.why)
