"""What can happen to portfolios, and how it is told. The subject is the country, so that its history tells of it."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal


@event("registry.officer_assigned", gettext_lazy("Officer assigned"))
@dataclass(frozen=True, kw_only=True)
class OfficerAssigned(EventData):
    """An officer answers for a country from a day on. officer: the number; until: "" without an end."""

    changes = False
    officer: int
    name: str = personal(default="")
    first: str
    until: str
    post: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} made {} the responsible officer for {} from {} on: {}")
        return format_html(said, told.actor, self.name, told.subject, self.first, self.why)


@event("registry.officer_covers", gettext_lazy("Cover arranged"))
@dataclass(frozen=True, kw_only=True)
class OfficerCovers(EventData):
    """An officer answers for a country while the responsible one is away; `until` is the first day without."""

    changes = False
    officer: int
    name: str = personal(default="")
    first: str
    until: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} let {} cover {} from {} until {} (not included): {}")
        return format_html(said, told.actor, self.name, told.subject, self.first, self.until, self.why)


@event("registry.assignment_ended", gettext_lazy("Assignment ended"))
@dataclass(frozen=True, kw_only=True)
class AssignmentEnded(EventData):
    """An assignment or a cover was given an earlier end; `until` "": it was taken back before it began."""

    changes = False
    officer: int
    name: str = personal(default="")
    kind: str
    first: str
    until: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        if not self.until:
            said = _("{} took back that {} answers for {} from {} on: {}")
            return format_html(said, told.actor, self.name, told.subject, self.first, self.why)
        said = _("{} let {} answer for {} until {} (not included): {}")
        return format_html(said, told.actor, self.name, told.subject, self.until, self.why)


@event("registry.handed_over", gettext_lazy("Portfolio handed over"))
@dataclass(frozen=True, kw_only=True)
class HandedOver(EventData):
    """Countries passed from one officer to another, with what was open. giver, taker: their numbers."""

    giver: int
    taker: int
    name: str = personal(default="")
    countries: list[str]
    on: str
    open: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} handed {} over to {} from {} on: {}")
        return format_html(said, told.actor, ", ".join(self.countries), self.name, self.on, told.subject)


@event("registry.hand_over_read", gettext_lazy("Hand-over read"))
@dataclass(frozen=True, kw_only=True)
class HandOverRead(EventData):
    """The new officer confirmed having read what was handed over."""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} confirmed having read {}"), told.actor, told.subject)
