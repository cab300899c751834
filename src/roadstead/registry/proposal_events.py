"""What can happen to a partner's proposal, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.registry.facility_fields import in_words


@event("registry.proposal_made", gettext_lazy("Change of a port facility proposed"))
@dataclass(frozen=True, kw_only=True)
class ProposalMade(EventData):
    """A partner proposed a change of a port facility's entry."""

    fields: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} proposed {}: {}"), told.actor, told.subject, in_words(self.fields))


@event("registry.proposal_accepted", gettext_lazy("Proposal accepted"))
@dataclass(frozen=True, kw_only=True)
class ProposalAccepted(EventData):
    """An officer accepted a proposal, and the entry says so now."""

    fields: list[str]

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} accepted {}: {}"), told.actor, told.subject, in_words(self.fields))


@event("registry.proposal_returned", gettext_lazy("Proposal returned"))
@dataclass(frozen=True, kw_only=True)
class ProposalReturned(EventData):
    """An officer returned a proposal with a word; the entry stays as it was."""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} returned {} with a word"), told.actor, told.subject)


@event("registry.proposal_withdrawn", gettext_lazy("Proposal taken back"))
@dataclass(frozen=True, kw_only=True)
class ProposalWithdrawn(EventData):
    """Who made a proposal took it back."""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took {} back"), told.actor, told.subject)
