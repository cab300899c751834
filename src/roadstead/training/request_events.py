"""What can happen to requests for training and to links, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal
from roadstead.training.enums import RequestState, Says, Way


@event("training.asked", gettext_lazy("Training asked for"))
@dataclass(frozen=True, kw_only=True)
class Asked(EventData):
    """A request was made; again: the same was asked for already, and this is a voice more."""

    country: str
    course: str
    way: str
    again: bool

    def sentence(self, told: Told) -> SafeString:
        word = dict(Way.choices).get(self.way, self.way)
        said = _("{} asked again, by way of {}: {}") if self.again else _("{} asked, by way of {}: {}")
        return format_html(said, told.actor, word, told.subject)


@event("training.request_stepped", gettext_lazy("Request for training went on"))
@dataclass(frozen=True, kw_only=True)
class RequestStepped(EventData):
    """It was taken up, answered by an offering, done, declined or withdrawn. offering: its number, 0 for none."""

    before: str
    after: str
    offering: int = 0

    def sentence(self, told: Told) -> SafeString:
        word = dict(RequestState.choices).get(self.after, self.after)
        return format_html(_("{} said of {}: {}"), told.actor, told.subject, word)


@event("training.gate_said", gettext_lazy("Condition of the law for help"))
@dataclass(frozen=True, kw_only=True)
class GateStated(EventData):
    """Somebody said whether a condition of the law is met."""

    gate: str
    says: str

    def sentence(self, told: Told) -> SafeString:
        word = dict(Says.choices).get(self.says, self.says)
        return format_html(_("{} said of {}: condition “{}” of the law: {}"), told.actor, told.subject, self.gate, word)


@event("training.link_given", gettext_lazy("Link to ask for training given or revoked"))
@dataclass(frozen=True, kw_only=True)
class RequestLinkGiven(EventData):
    """A link by which somebody can ask once was made out, or revoked."""

    country: str
    until: str
    revoked: bool = False
    name: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        if self.revoked:
            return format_html(_("{} revoked a link to ask for training for {}"), told.actor, self.country)
        said = _("{} gave {} a link to ask for training for {}, good until {}")
        return format_html(said, told.actor, self.name or _("a person"), self.country, self.until)
