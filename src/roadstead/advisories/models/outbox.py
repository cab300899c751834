"""The outbox: what is to be sent, how far it is, and how it ended."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.advisories.models.subscriptions import LONGEST_REASON, EditionTold, Subscription, Webhook


class Sending(models.TextChoices):
    """How far something is. `handing` was in the hands of a server when its worker was last heard of."""

    QUEUED = "queued", _("waits")
    CLAIMED = "claimed", _("is being prepared")
    HANDING = "handing", _("is being handed over")
    SENT = "sent", _("sent")
    UNKNOWN = "unknown", _("not known whether it was sent")
    GIVEN_UP = "given_up", _("given up")


OPEN = (Sending.QUEUED, Sending.CLAIMED, Sending.HANDING)


class Outgoing(models.Model):
    """What every row of the outbox has. claim: of the worker that holds it; reason: why it was not sent yet."""

    edition = models.ForeignKey(EditionTold, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=Sending.choices, default=Sending.QUEUED)
    due_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    claim = models.UUIDField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta:
        abstract = True


class Message(Outgoing):
    """A message to one subscriber about one edition."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="messages")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("message to a subscriber")
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "edition"],
                name="advisories_message_once",
                violation_error_message=_("The subscriber is told of this edition already."),
            ),
            models.CheckConstraint(
                name="advisories_message_sent",
                condition=Q(done_at__isnull=False) | ~Q(state="sent"),
                violation_error_message=_("What was sent says when."),
            ),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="advisories_message_due")]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.subscription_id}"


class Delivery(Outgoing):
    """A call of one webhook about one edition. code: what the other side answered last, None where it did not."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    code = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("delivery to a webhook")
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "edition"],
                name="advisories_delivery_once",
                violation_error_message=_("The webhook is told of this edition already."),
            ),
            models.CheckConstraint(
                name="advisories_delivery_sent",
                condition=Q(done_at__isnull=False) | ~Q(state="sent"),
                violation_error_message=_("What was sent says when."),
            ),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="advisories_delivery_due")]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.webhook_id}"
