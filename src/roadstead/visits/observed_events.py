"""What can happen to notes, answers and observations, and how it is told. Their texts stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("visits.note_kept", gettext_lazy("Note of a visit kept"))
@dataclass(frozen=True, kw_only=True)
class NoteKept(EventData):
    """Something was typed into a note of a visit, and has arrived."""

    fields: list[str]
    aside: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} typed {} (revision {})"), told.actor, told.subject, self.revision)


@event("visits.checklist_answered", gettext_lazy("Checklist of a visit answered"))
@dataclass(frozen=True, kw_only=True)
class ChecklistAnswered(EventData):
    """Elements were said to be seen, not seen, or not looked at."""

    elements: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} answered the checklist of {}: {}"), told.actor, told.subject, ", ".join(self.elements))


@event("visits.observation_written", gettext_lazy("Observation written"))
@dataclass(frozen=True, kw_only=True)
class ObservationWritten(EventData):
    """An observation was written."""

    kind: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} wrote the observation {}"), told.actor, told.subject)


@event("visits.observation_changed", gettext_lazy("Observation changed"))
@dataclass(frozen=True, kw_only=True)
class ObservationChanged(EventData):
    """An observation was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} changed the observation {} ({}), now revision {}")
        return format_html(said, told.actor, told.subject, ", ".join(self.fields), self.revision)


@event("visits.observation_state_set", gettext_lazy("Observation settled, withdrawn or put back"))
@dataclass(frozen=True, kw_only=True)
class ObservationStateSet(EventData):
    """An observation was settled or withdrawn, or stands again."""

    old: str
    new: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} set the observation {} from {} to {}: {}")
        return format_html(said, told.actor, told.subject, self.old, self.new, self.why)


@event("visits.observation_remarked", gettext_lazy("Remark of the host on an observation"))
@dataclass(frozen=True, kw_only=True)
class ObservationRemarked(EventData):
    """Somebody of the host remarked on an observation."""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} remarked on the observation {}"), told.actor, told.subject)
