"""What can happen to a draft of an edition, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("advisories.draft_begun", gettext_lazy("Edition drafted"))
@dataclass(frozen=True, kw_only=True)
class DraftBegun(EventData):
    """A draft was begun from decided cases."""

    cases: list[int]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} drafted {} from {} decided cases"), told.actor, told.subject, len(self.cases))


@event("advisories.draft_changed", gettext_lazy("Draft of an edition changed"))
@dataclass(frozen=True, kw_only=True)
class DraftChanged(EventData):
    """A draft was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(self.fields)
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
