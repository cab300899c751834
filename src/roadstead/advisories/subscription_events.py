"""What can happen around subscriptions, and how it is told. No address of anybody stands in an event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event, personal


@event("advisories.subscribed", gettext_lazy("Subscription confirmed"))
@dataclass(frozen=True, kw_only=True)
class Subscribed(EventData):
    """An address was confirmed, or what it is told of was changed. countries: none is every country."""

    face: str
    pace: str
    countries: list[str]
    ships: int
    again: bool

    def sentence(self, told: Told) -> SafeString:
        if self.again:
            return format_html(_("{} changed {}"), told.actor, told.subject)
        return format_html(_("{} confirmed {}"), told.actor, told.subject)


@event("advisories.subscription_left", gettext_lazy("Subscription left"))
@dataclass(frozen=True, kw_only=True)
class SubscriptionLeft(EventData):
    """A subscription was left; its address is kept no longer. how: one-click, page, own or account closed."""

    how: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} ended {} ({})"), told.actor, told.subject, self.how)


@event("advisories.edition_queued", gettext_lazy("Edition told of"))
@dataclass(frozen=True, kw_only=True)
class EditionQueued(EventData):
    """Messages and deliveries about an edition were queued."""

    messages: int
    deliveries: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} queued what is told of {}: {} by mail, {} to webhooks")
        return format_html(said, told.actor, told.subject, self.messages, self.deliveries)


@event("advisories.messages_ended", gettext_lazy("Messages sent"))
@dataclass(frozen=True, kw_only=True)
class MessagesEnded(EventData):
    """What one run of the worker sent, put off and gave up."""

    sent: int
    put_off: int
    given_up: int
    not_known: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} told of editions up to {}: sent {}, put off {}, given up {}, not known {}")
        return format_html(said, told.actor, told.subject, self.sent, self.put_off, self.given_up, self.not_known)


@event("advisories.messages_retried", gettext_lazy("Messages queued again"))
@dataclass(frozen=True, kw_only=True)
class MessagesRetried(EventData):
    """Somebody had a message tried again that was given up, or of which it is not known whether it was sent."""

    before: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} had {} tried again"), told.actor, told.subject)


@event("advisories.webhook_kept", gettext_lazy("Webhook set up"))
@dataclass(frozen=True, kw_only=True)
class WebhookKept(EventData):
    """A webhook was made, or was given a new secret or taken into use again. did: made, secret or resumed."""

    did: str
    address: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} set up {} ({}): {}"), told.actor, told.subject, self.did, self.address)


@event("advisories.webhook_removed", gettext_lazy("Webhook removed"))
@dataclass(frozen=True, kw_only=True)
class WebhookRemoved(EventData):
    """A webhook was removed."""

    address: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} removed {}: {}"), told.actor, told.subject, self.address)


@event("advisories.webhook_disabled", gettext_lazy("Webhook put out of use"))
@dataclass(frozen=True, kw_only=True)
class WebhookDisabled(EventData):
    """A webhook failed again and again, and is called no longer until its owner takes it into use again."""

    failures: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} put {} out of use after {} failures"), told.actor, told.subject, self.failures)
