"""What can happen in the closure room of a shortfall, and how it is told. What people wrote stands in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.assessments.closure_enums import ClosureState, Verdict
from roadstead.audit.events import EventData, Told, event


@event("assessments.closure_wanted", gettext_lazy("Said which evidence closes a shortfall"))
@dataclass(frozen=True, kw_only=True)
class ClosureWanted(EventData):
    """The programme said, or said anew, which evidence closes it."""

    revision: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} said which evidence is wanted: {}"), told.actor, told.subject)


@event("assessments.closure_planned", gettext_lazy("Plan of a shortfall changed"))
@dataclass(frozen=True, kw_only=True)
class ClosurePlanned(EventData):
    """A step came into the plan, or was dropped. recommendation: its number, 0 for a step in words."""

    item: int
    recommendation: int
    due_on: str
    dropped: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} dropped step {} of the plan: {}") if self.dropped else _("{} put step {} into the plan: {}")
        return format_html(said, told.actor, self.item, told.subject)


@event("assessments.closure_evidence", gettext_lazy("Evidence that a shortfall is closed"))
@dataclass(frozen=True, kw_only=True)
class ClosureEvidenceAdded(EventData):
    """Evidence came; version: more than 1 where it replaces an older file."""

    sha256: str
    dated_on: str
    version: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} added evidence of {}, version {}: {}")
        return format_html(said, told.actor, self.dated_on, self.version, told.subject)


@event("assessments.closure_stepped", gettext_lazy("Closing of a shortfall went on"))
@dataclass(frozen=True, kw_only=True)
class ClosureStepped(EventData):
    """It was said to be closed, looked at, closed by a second person, or opened again."""

    before: str
    after: str

    def sentence(self, told: Told) -> SafeString:
        said = {
            ClosureState.SAID_CLOSED.value: _("{} said that it is closed: {}"),
            ClosureState.LOOKED_AT.value: _("{} looked at the evidence: {}"),
            ClosureState.CLOSED.value: _("{} closed it as a second person: {}"),
        }.get(self.after, _("{} opened it again: {}"))
        return format_html(said, told.actor, told.subject)


@event("assessments.disputed", gettext_lazy("Shortfall disputed, or the dispute answered"))
@dataclass(frozen=True, kw_only=True)
class Disputed(EventData):
    """The host disputed a shortfall; or, with a verdict, the programme answered."""

    verdict: str

    def sentence(self, told: Told) -> SafeString:
        if self.verdict:
            word = dict(Verdict.choices).get(self.verdict, self.verdict)
            return format_html(_("{} answered the dispute ({}): {}"), told.actor, word, told.subject)
        return format_html(_("{} disputed it: {}"), told.actor, told.subject)
