"""What can happen to recommendations, and how it is told. Their texts stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("visits.recommendation_made", gettext_lazy("Recommendation made"))
@dataclass(frozen=True, kw_only=True)
class RecommendationMade(EventData):
    """One side recommended something to the other."""

    toward: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} made the recommendation {}"), told.actor, told.subject)


@event("visits.recommendation_changed", gettext_lazy("Recommendation changed"))
@dataclass(frozen=True, kw_only=True)
class RecommendationChanged(EventData):
    """A recommendation got another text, owner or due date."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} changed the recommendation {} ({}), now revision {}")
        return format_html(said, told.actor, told.subject, ", ".join(self.fields), self.revision)


@event("visits.recommendation_moved", gettext_lazy("Recommendation went on"))
@dataclass(frozen=True, kw_only=True)
class RecommendationMoved(EventData):
    """A recommendation went from one state to another; the same, where only progress was told."""

    old: str
    new: str

    def sentence(self, told: Told) -> SafeString:
        if self.old == self.new:
            return format_html(_("{} told how {} goes on"), told.actor, told.subject)
        return format_html(_("{} set {} from {} to {}"), told.actor, told.subject, self.old, self.new)


@event("visits.recommendation_reviewed", gettext_lazy("Recommendation reviewed on a visit"))
@dataclass(frozen=True, kw_only=True)
class RecommendationReviewed(EventData):
    """A visit found what became of a recommendation."""

    visit: int
    found: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} reviewed {} on a visit: {}"), told.actor, told.subject, self.found)
