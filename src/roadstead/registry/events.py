"""What can happen to the mark of any record, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.audit.events import EventData, Told, event
from roadstead.common.access.marks import Mark


@event("registry.mark_set", gettext_lazy("Marked"))
@dataclass(frozen=True, kw_only=True)
class MarkSet(EventData):
    """It was said anew who may see a record. People stand here as numbers, since names are not for the log to keep."""

    old: str
    new: str
    old_states: list[str]
    new_states: list[str]
    old_people: list[int]
    new_people: list[int]
    why: str

    def sentence(self, told: Told) -> SafeString:
        old = in_words(self.old, self.old_states, self.old_people)
        new = in_words(self.new, self.new_states, self.new_people)
        return format_html(_("{} marked {} as {} instead of {}: {}"), told.actor, told.subject, new, old, self.why)


def in_words(mark: str, states: list[str], people: list[int]) -> str:
    """A mark with whom it names: “Shared with States (GH, NG)”."""
    label = str(Mark(mark).label) if mark in Mark.values else mark
    if states:
        return f"{label} ({', '.join(states)})"
    if people:
        said = ngettext("%(count)s person", "%(count)s people", len(people)) % {"count": len(people)}
        return f"{label} ({said})"
    return label
