"""What can happen to the report of a visit, and how it is told. Its texts stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.visits.report_enums import ReportText


def text_word(of: str) -> str:
    """A text in words; as it is where there is none such any more."""
    return str(ReportText(of).label) if of in ReportText.values else of


@event("visits.report_drafted", gettext_lazy("Report drafted from the records"))
@dataclass(frozen=True, kw_only=True)
class ReportDrafted(EventData):
    """Sections of a report were written from the records. sections: how many; kept: those that people had edited."""

    changes = False
    sections: int
    kept: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} had the report of {} drafted from the records: {} sections written, {} left as they were edited")
        return format_html(said, told.actor, told.subject, self.sections, self.kept)


@event("visits.report_section_written", gettext_lazy("Section of a report written"))
@dataclass(frozen=True, kw_only=True)
class SectionWritten(EventData):
    """A section of a report was edited."""

    changes = False
    of: str
    section: str
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} edited “{}” ({}) in the report of {}, now revision {}")
        return format_html(said, told.actor, self.section, text_word(self.of), told.subject, self.revision)


@event("visits.report_release_asked", gettext_lazy("Release of a report asked for"))
@dataclass(frozen=True, kw_only=True)
class ReleaseAsked(EventData):
    """Somebody asked that a text of a report be released."""

    changes = False
    of: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} asked to release the report of {}: {}"), told.actor, told.subject, text_word(self.of))


@event("visits.report_released", gettext_lazy("Report released"))
@dataclass(frozen=True, kw_only=True)
class ReportReleased(EventData):
    """A second person released a text of a report."""

    changes = False
    of: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} released the report of {}: {}"), told.actor, told.subject, text_word(self.of))


@event("visits.report_returned", gettext_lazy("Report returned"))
@dataclass(frozen=True, kw_only=True)
class ReportReturned(EventData):
    """A text of a report was not released, with the reason."""

    changes = False
    of: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} did not release the report of {} ({}): {}")
        return format_html(said, told.actor, told.subject, text_word(self.of), self.why)


@event("visits.report_commented", gettext_lazy("Report commented on by the host"))
@dataclass(frozen=True, kw_only=True)
class ReportCommented(EventData):
    """The host said something beside a section of a report."""

    changes = False
    section: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} commented on “{}” in the report of {}"), told.actor, self.section, told.subject)
