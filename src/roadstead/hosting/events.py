"""What can happen to a request for a reciprocal visit, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal
from roadstead.hosting.enums import State

STATES = dict(State.choices)


@event("hosting.asked", gettext_lazy("Reciprocal visit asked for"))
@dataclass(frozen=True, kw_only=True)
class HostingAsked(EventData):
    """A reciprocal visit was asked for, or a State was invited; again: the same visit, by somebody else too."""

    country: str
    origin: str
    again: bool = False
    name: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        if self.again:
            return format_html(_("{} asked for {}, which was asked for already"), told.actor, told.subject)
        said = _("{} invited a State: {}") if self.origin == "invited" else _("{} asked for {}")
        return format_html(said, told.actor, told.subject)


@event("hosting.changed", gettext_lazy("Request for a reciprocal visit changed"))
@dataclass(frozen=True, kw_only=True)
class HostingChanged(EventData):
    """What was asked for was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} changed {} (revision {})"), told.actor, told.subject, self.revision)


@event("hosting.moved", gettext_lazy("Reciprocal visit goes on, or ends"))
@dataclass(frozen=True, kw_only=True)
class HostingMoved(EventData):
    """A request went from one state to another."""

    before: str
    after: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        word = STATES.get(self.after, self.after)
        said = _("{} took {} to “{}”: {}") if self.why else _("{} took {} to “{}”")
        return format_html(said, told.actor, told.subject, word, self.why)


@event("hosting.port_offered", gettext_lazy("Port chosen for a delegation"))
@dataclass(frozen=True, kw_only=True)
class PortOffered(EventData):
    """An officer chose a port for a delegation. rank: as the match had it, 0 where it had none."""

    port: str
    rank: int
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} chose {} for {}"), told.actor, self.port, told.subject)


@event("hosting.offer_answered", gettext_lazy("Host unit answered"))
@dataclass(frozen=True, kw_only=True)
class OfferAnswered(EventData):
    """A unit hosts, cannot, or the choice was taken back."""

    port: str
    state: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        said = {"accepted": _("{} noted that {} hosts {}"), "declined": _("{} noted that {} cannot host {}")}
        text = said.get(self.state, _("{} took {} out of {}"))
        return format_html(text, told.actor, self.port, told.subject)


@event("hosting.delegation_named", gettext_lazy("Delegation named"))
@dataclass(frozen=True, kw_only=True)
class DelegationNamed(EventData):
    """Somebody was put on the list of a delegation, or taken off it."""

    added: bool
    people: int
    name: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        said = (
            _("{} named somebody of {}, now {} people") if self.added else _("{} took somebody off {}, now {} people")
        )
        return format_html(said, told.actor, told.subject, self.people)


@event("hosting.arranged", gettext_lazy("Arrangement for a delegation"))
@dataclass(frozen=True, kw_only=True)
class Arranged(EventData):
    """A step, an interpreter or a cost was written, changed or ended. what: which of them, with its kind."""

    what: str
    state: str = ""

    def sentence(self, told: Told) -> SafeString:
        said = _("{} arranged for {}: {} ({})") if self.state else _("{} arranged for {}: {}")
        return format_html(said, told.actor, told.subject, self.what, self.state)


@event("hosting.programme_begun", gettext_lazy("Programme of a reciprocal visit begun"))
@dataclass(frozen=True, kw_only=True)
class ProgrammeBegun(EventData):
    """The programme was begun as a visit with an agenda of both sides."""

    visit: int
    days: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} began the programme of {}, {}"), told.actor, told.subject, self.days)


@event("hosting.feedback_given", gettext_lazy("Feedback on a reciprocal visit"))
@dataclass(frozen=True, kw_only=True)
class FeedbackGiven(EventData):
    """One side said what helped."""

    side: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} said what helped in {}"), told.actor, told.subject)


@event("hosting.taken_away", gettext_lazy("Take-away of a reciprocal visit"))
@dataclass(frozen=True, kw_only=True)
class TakenAway(EventData):
    """Something that one side will do was written down as a promise."""

    commitment: int
    side: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} wrote down what is taken away from {}"), told.actor, told.subject)


@event("hosting.certified", gettext_lazy("Certificates of a reciprocal visit issued"))
@dataclass(frozen=True, kw_only=True)
class Certified(EventData):
    """Certificates were issued."""

    count: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} issued {} certificates for {}"), told.actor, self.count, told.subject)
