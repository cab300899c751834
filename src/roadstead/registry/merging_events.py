"""Two entries of one facility merged, and parted again. Their values stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.registry.facility_fields import in_words


@event("registry.facilities_merged", gettext_lazy("Two entries of a facility merged"))
@dataclass(frozen=True, kw_only=True)
class FacilitiesMerged(EventData):
    """Another entry was merged into this one; these fields are the other's since, and so many records followed."""

    merger: int
    other: int
    taken: list[str]
    followed: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} merged another entry into {} ({} records followed)")
        if not self.taken:
            return format_html(said, told.actor, told.subject, self.followed)
        said = _("{} merged another entry into {} ({} records followed; taken from it: {})")
        return format_html(said, told.actor, told.subject, self.followed, in_words(self.taken))


@event("registry.facility_merged_away", gettext_lazy("Entry of a facility merged into another"))
@dataclass(frozen=True, kw_only=True)
class FacilityMergedAway(EventData):
    """This entry was merged into another, which is kept."""

    merger: int
    kept: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} merged {} into another entry"), told.actor, told.subject)


@event("registry.facilities_parted", gettext_lazy("Merge of two entries undone"))
@dataclass(frozen=True, kw_only=True)
class FacilitiesParted(EventData):
    """A merge was undone: both entries are as they were before it."""

    merger: int
    other: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} parted {} again from the entry it was merged with"), told.actor, told.subject)
