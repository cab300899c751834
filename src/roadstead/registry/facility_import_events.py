"""What can happen to a file of port facilities, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("registry.facilities_read", gettext_lazy("File of port facilities read"))
@dataclass(frozen=True, kw_only=True)
class FacilitiesRead(EventData):
    """A file was read, and what it would change was kept as a preview; nothing landed yet."""

    sha256: str
    rows: int
    rejected: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} read {}: {} rows, {} of them rejected; nothing is taken over yet")
        return format_html(said, told.actor, told.subject, self.rows, self.rejected)


@event("registry.facilities_imported", gettext_lazy("Port facilities imported"))
@dataclass(frozen=True, kw_only=True)
class FacilitiesImported(EventData):
    """What a file says was taken over into the register, all at once."""

    new: int
    changed: int
    same: int
    kept: int
    rejected: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took {} over: {} new, {} changed, {} as they were, {} with corrections kept, {} rejected")
        counts = (self.new, self.changed, self.same, self.kept, self.rejected)
        return format_html(said, told.actor, told.subject, *counts)


@event("registry.facilities_discarded", gettext_lazy("File of port facilities discarded"))
@dataclass(frozen=True, kw_only=True)
class FacilitiesDiscarded(EventData):
    """A preview was put aside; nothing of it landed."""

    rows: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} discarded {}; nothing of it was taken over"), told.actor, told.subject)


@event("registry.facilities_invented", gettext_lazy("Facilities invented for the demonstration"))
@dataclass(frozen=True, kw_only=True)
class FacilitiesInvented(EventData):
    """Of facilities that were made up, it was said what no export says."""

    count: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} invented {} port facilities for the demonstration, with {}")
        return format_html(said, told.actor, self.count, told.subject)
