"""What can happen to a draft of an edition, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.audit.events import EventData, Told, event

LABELS = {
    "title": gettext_lazy("title"),
    "number": gettext_lazy("number"),
    "issued_on": gettext_lazy("day of publication"),
    "effective_on": gettext_lazy("day of effect"),
    "notice": gettext_lazy("notice in the Federal Register"),
    "notice_on": gettext_lazy("day of the notice"),
    "docket": gettext_lazy("docket"),
    "address": gettext_lazy("where its text can be read"),
    "notes": gettext_lazy("notes"),
}


@event("advisories.draft_begun", gettext_lazy("Edition drafted"))
@dataclass(frozen=True, kw_only=True)
class DraftBegun(EventData):
    """A draft was begun from decided cases."""

    cases: list[int]

    def sentence(self, told: Told) -> SafeString:
        words = ngettext("{} drafted {} from {} decided case", "{} drafted {} from {} decided cases", len(self.cases))
        return format_html(words, told.actor, told.subject, len(self.cases))


@event("advisories.draft_changed", gettext_lazy("Draft of an edition changed"))
@dataclass(frozen=True, kw_only=True)
class DraftChanged(EventData):
    """A draft was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields)
        return format_html(_("{} changed {} ({}), now revision {}"), told.actor, told.subject, changed, self.revision)


@event("advisories.draft_dropped", gettext_lazy("Draft of an edition dropped"))
@dataclass(frozen=True, kw_only=True)
class DraftDropped(EventData):
    """A draft was dropped; its cases are free for another."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} dropped {}: {}"), told.actor, told.subject, self.why)


@event("advisories.edition_published", gettext_lazy("Edition published"))
@dataclass(frozen=True, kw_only=True)
class EditionPublished(EventData):
    """An edition was published. digest: of the whole rule book with it."""

    edition: str
    digest: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} published {} as {}"), told.actor, told.subject, self.edition)
