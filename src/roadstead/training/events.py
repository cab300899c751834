"""What can happen to offerings and nominations, and how it is told. Names of delegates stand in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.training.enums import NominationState, OfferingState


@event("training.offered", gettext_lazy("Course offered, or its offering changed"))
@dataclass(frozen=True, kw_only=True)
class Offered(EventData):
    """An offering was written, or changed."""

    course: str
    first_on: str
    seats: int
    new: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} offered {} from {}") if self.new else _("{} changed {} (first day {})")
        return format_html(said, told.actor, told.subject, self.first_on)


@event("training.offering_stepped", gettext_lazy("Offering opened, closed, held or cancelled"))
@dataclass(frozen=True, kw_only=True)
class OfferingStepped(EventData):
    """It became something else."""

    before: str
    after: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        word = dict(OfferingState.choices).get(self.after, self.after)
        return format_html(_("{} said of {}: {} {}"), told.actor, told.subject, word, self.why)


@event("training.nominated", gettext_lazy("Delegate nominated"))
@dataclass(frozen=True, kw_only=True)
class Nominated(EventData):
    """A State nominated somebody."""

    nomination: int
    country: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} nominated a delegate of {} (number {}) for {}")
        return format_html(said, told.actor, self.country, self.nomination, told.subject)


@event("training.nomination_stepped", gettext_lazy("Nomination of a delegate went on"))
@dataclass(frozen=True, kw_only=True)
class NominationStepped(EventData):
    """Somebody was selected, put on the waiting list, not selected, withdrawn; or came, or did not."""

    nomination: int
    before: str
    after: str

    def sentence(self, told: Told) -> SafeString:
        word = dict(NominationState.choices).get(self.after, self.after)
        said = _("{} said of delegate {} for {}: {}")
        return format_html(said, told.actor, self.nomination, told.subject, word)


@event("training.evaluated", gettext_lazy("Course evaluated"))
@dataclass(frozen=True, kw_only=True)
class Evaluated(EventData):
    """It was said how useful the course was for a delegate."""

    nomination: int
    useful: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} said how useful {} was for delegate {}: {} of 5")
        return format_html(said, told.actor, told.subject, self.nomination, self.useful)


@event("training.certified", gettext_lazy("Certificate given or revoked"))
@dataclass(frozen=True, kw_only=True)
class Certified(EventData):
    """A delegate was given a certificate, or it was revoked."""

    nomination: int
    revoked: bool
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        said = _("{} gave delegate {} a certificate: {} {}")
        if self.revoked:
            said = _("{} revoked the certificate of delegate {}: {} {}")
        return format_html(said, told.actor, self.nomination, told.subject, self.why)


@event("training.delegate_forgotten", gettext_lazy("Delegate forgotten"))
@dataclass(frozen=True, kw_only=True)
class DelegateForgotten(EventData):
    """What was kept of a delegate was taken away."""

    nomination: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took away what was kept of delegate {} for {}")
        return format_html(said, told.actor, self.nomination, told.subject)
