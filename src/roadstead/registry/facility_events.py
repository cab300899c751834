"""What can happen to port facilities of the register, and how it is told. Their values stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.registry.facility_fields import in_words


@event("registry.facility_written", gettext_lazy("Port facility written"))
@dataclass(frozen=True, kw_only=True)
class FacilityWritten(EventData):
    """A port facility was entered in the register by a person."""

    country: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} entered {} in the register"), told.actor, told.subject)


@event("registry.facility_corrected", gettext_lazy("Port facility corrected"))
@dataclass(frozen=True, kw_only=True)
class FacilityCorrected(EventData):
    """What the register says about a port facility was corrected; no import overwrites these fields."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} corrected {} ({}), now revision {}")
        return format_html(said, told.actor, told.subject, in_words(self.fields), self.revision)


@event("registry.facility_taken_back", gettext_lazy("Correction of a port facility taken back"))
@dataclass(frozen=True, kw_only=True)
class CorrectionTakenBack(EventData):
    """A field of a port facility follows its source again."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} let {} follow its source again ({}), now revision {}")
        return format_html(said, told.actor, told.subject, in_words(self.fields), self.revision)


@event("registry.facility_named", gettext_lazy("Name of a port facility added"))
@dataclass(frozen=True, kw_only=True)
class FacilityNamed(EventData):
    """A port facility was given another name by which it is found."""

    kind: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} added a name to {}"), told.actor, told.subject)


@event("registry.facility_name_removed", gettext_lazy("Name of a port facility removed"))
@dataclass(frozen=True, kw_only=True)
class FacilityNameRemoved(EventData):
    """A port facility is not found by one of its names any more."""

    kind: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} removed a name of {}"), told.actor, told.subject)
