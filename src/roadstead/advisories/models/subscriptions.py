"""Who is told of editions, by mail or by a webhook, and the outbox: one row for each of them and edition."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_EMAIL = 254
LONGEST_ADDRESS = 500
LONGEST_ID = 80
LONGEST_REASON = 300


class Face(models.TextChoices):
    """Who somebody is who is told; it decides what is said of a change."""

    PUBLIC = "public", _("Somebody who wants to know")
    OPERATOR = "operator", _("A ship operator or master")
    AGENT = "agent", _("A ship’s agent")
    AUTHORITY = "authority", _("A Designated Authority")
    FACILITY = "facility", _("A port facility")
    EMBASSY = "embassy", _("An embassy")
    AGENCY = "agency", _("Another agency")


class Pace(models.TextChoices):
    """How soon somebody is told."""

    AT_ONCE = "now", _("At once, for each edition")
    DAILY = "daily", _("Once a day, if there was one")
    WEEKLY = "weekly", _("Once a week, if there was one")


class Subscription(models.Model):
    """One address that is told of editions, once its owner has confirmed it. It is deleted when its owner leaves.

    everywhere: of every country; else of those in `countries`. ships: IMO numbers, as texts. person: whose it is, for
    somebody with an account. The address stands here alone: no event and no other table repeats it.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=LONGEST_EMAIL, unique=True)
    person = models.OneToOneField("accounts.User", on_delete=models.CASCADE, related_name="+", null=True, blank=True)
    face = models.CharField(max_length=9, choices=Face.choices, default=Face.PUBLIC)
    pace = models.CharField(max_length=6, choices=Pace.choices, default=Pace.AT_ONCE)
    everywhere = models.BooleanField(default=True)
    ships = models.JSONField(default=list, blank=True)
    confirmed_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("subscription to the advisory")

    def __str__(self) -> str:
        return str(self.uid)


class SubscribedCountry(models.Model):
    """A country of which somebody is told."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="countries")
    code = models.CharField(max_length=2)

    class Meta:
        ordering = ["subscription_id", "code"]
        constraints = [models.UniqueConstraint(fields=["subscription", "code"], name="advisories_subscribed_once")]
        indexes = [models.Index(fields=["code"], name="advisories_subscribed_code")]

    def __str__(self) -> str:
        return self.code


class Webhook(models.Model):
    """An address of a program that is told of editions. Its secret is derived, and stands nowhere (`signing`).

    generation: of the secret. failures: deliveries given up one after another; disabled_why: "" while it is in use.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    address = models.URLField(_("address"), max_length=LONGEST_ADDRESS)
    everywhere = models.BooleanField(default=True)
    countries = models.JSONField(default=list, blank=True)
    generation = models.PositiveIntegerField(default=1)
    failures = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_why = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("webhook")

    def __str__(self) -> str:
        return self.address


class EditionTold(models.Model):
    """An edition that was looked at for whom to tell. quiet: it was on record before anybody could be told."""

    edition = models.CharField(max_length=LONGEST_ID, unique=True)
    noticed_at = models.DateTimeField()
    quiet = models.BooleanField(default=False)

    class Meta:
        ordering = ["-noticed_at", "-pk"]
        verbose_name = _("edition told of")

    def __str__(self) -> str:
        return self.edition
