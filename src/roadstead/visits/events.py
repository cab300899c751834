"""What can happen to visits, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal
from roadstead.visits.enums import Clearance, VisitState

LABELS = {
    "kind": gettext_lazy("kind"),
    "purpose": gettext_lazy("purpose"),
    "title": gettext_lazy("title"),
    "aim": gettext_lazy("aim"),
    "benefit": gettext_lazy("benefit to the host"),
    "lead_id": gettext_lazy("lead"),
}


def word_of(value: str, kinds: type[VisitState] | type[Clearance]) -> str:
    """A choice in words; as it is where there is none such any more."""
    return str(kinds(value).label) if value in kinds.values else value


@event("visits.visit_proposed", gettext_lazy("Visit proposed"))
@dataclass(frozen=True, kw_only=True)
class VisitProposed(EventData):
    """A visit was proposed."""

    kind: str
    country: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} proposed {}"), told.actor, told.subject)


@event("visits.visit_changed", gettext_lazy("Visit changed"))
@dataclass(frozen=True, kw_only=True)
class VisitChanged(EventData):
    """What is said of a visit was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields)
        return format_html(_("{} changed {} ({}), now revision {}"), told.actor, told.subject, changed, self.revision)


@event("visits.days_set", gettext_lazy("Days of a visit set"))
@dataclass(frozen=True, kw_only=True)
class DaysSet(EventData):
    """A visit got its days, or others. before: "" where it had none."""

    before: str
    after: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        if not self.before:
            return format_html(_("{} planned {} for {}"), told.actor, told.subject, self.after)
        words = _("{} moved {} from {} to {}")
        moved = format_html(words, told.actor, told.subject, self.before, self.after)
        return format_html("{}: {}", moved, self.why) if self.why else moved


@event("visits.visit_stepped", gettext_lazy("State of a visit changed"))
@dataclass(frozen=True, kw_only=True)
class VisitStepped(EventData):
    """A visit went from one state to another."""

    before: str
    after: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        old, new = word_of(self.before, VisitState), word_of(self.after, VisitState)
        moved = format_html(_("{} moved {} from “{}” to “{}”"), told.actor, told.subject, old, new)
        return format_html("{}: {}", moved, self.why) if self.why else moved


@event("visits.clearance_set", gettext_lazy("Country clearance recorded"))
@dataclass(frozen=True, kw_only=True)
class ClearanceSet(EventData):
    """How country clearance stands was recorded."""

    before: str
    after: str

    def sentence(self, told: Told) -> SafeString:
        words = _("{} recorded country clearance of {}: {}")
        return format_html(words, told.actor, told.subject, word_of(self.after, Clearance))


@event("visits.team_changed", gettext_lazy("Team of a visit changed"))
@dataclass(frozen=True, kw_only=True)
class TeamChanged(EventData):
    """Somebody joined the team of a visit, or left it."""

    joined: bool
    role: str
    member: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        words = _("{} took {} into the team of {}") if self.joined else _("{} took {} out of the team of {}")
        return format_html(words, told.actor, self.member, told.subject)


@event("visits.legs_changed", gettext_lazy("Legs of a visit changed"))
@dataclass(frozen=True, kw_only=True)
class LegsChanged(EventData):
    """The places of a visit were changed. what: added, changed, removed, moved."""

    what: str
    place: str

    def sentence(self, told: Told) -> SafeString:
        words = {
            "added": _("{} put {} among the places of {}"),
            "changed": _("{} changed {} among the places of {}"),
            "removed": _("{} took {} out of the places of {}"),
        }
        said = words.get(self.what, _("{} moved {} among the places of {}"))
        return format_html(said, told.actor, self.place, told.subject)
