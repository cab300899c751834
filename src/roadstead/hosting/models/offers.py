"""Ports that an officer chose for a delegation, each with its reasons and what its unit answers."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.hosting.enums import OfferState
from roadstead.hosting.models.requests import LONGEST_WHY, HostingRequest
from roadstead.hosting.models.units import HostUnit

LONGEST_REASONS = 2_000


class Offer(GuardedPart):
    """A port offered to a delegation. unit: None where the port was hosted by a unit that is not kept here.

    rank, reasons: as the match said on that day; why: the officer’s own, asked for where something stood against it.
    """

    owners = ("request",)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="offers")
    port = models.ForeignKey("registry.Port", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(HostUnit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("until"))
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    points = models.PositiveSmallIntegerField(null=True, blank=True)
    reasons = models.CharField(max_length=LONGEST_REASONS, blank=True)
    why = models.CharField(_("why this port"), max_length=LONGEST_WHY, blank=True)
    state = models.CharField(max_length=10, choices=OfferState.choices, default=OfferState.WAITING)
    answer = models.CharField(_("what the unit says"), max_length=LONGEST_WHY, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "first_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="hosting_offer_days",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("It ends on the day on which it begins, or later."),
            ),
            models.CheckConstraint(
                name="hosting_offer_answered",
                condition=Q(state=OfferState.WAITING, answered_at__isnull=True)
                | (~Q(state=OfferState.WAITING) & Q(state__in=OfferState.values, answered_at__isnull=False)),
                violation_error_message=_("An answer has its day."),
            ),
            models.CheckConstraint(
                name="hosting_offer_declined",
                condition=~Q(state=OfferState.DECLINED) | ~Q(answer=""),
                violation_error_message=_("Say why the unit cannot host."),
            ),
            models.UniqueConstraint(
                fields=["request", "port"],
                condition=Q(state__in=(OfferState.WAITING, OfferState.ACCEPTED)),
                name="hosting_offer_once",
                violation_error_message=_("This port was chosen already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.port_id} {self.state}"
