"""The evidence as it was when the case was signed, in an edition for each recipient; and who was chased."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.determinations.enums import Recipient
from roadstead.determinations.models.cases import Case
from roadstead.determinations.models.signing import DIGEST


class Packet(GuardedPart):
    """One edition of the evidence packet; `number` counts how often the case was signed. Never changed.

    content: plain values as `determinations.packet` makes them, `digest` over them.
    """

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="packets")
    number = models.PositiveSmallIntegerField()
    recipient = models.CharField(_("for whom"), max_length=9, choices=Recipient.choices)
    content = models.JSONField()
    digest = models.CharField(max_length=DIGEST)
    frozen_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "-number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number", "recipient"],
                name="determinations_packet_once",
                violation_error_message=_("This edition of the packet is frozen already."),
            ),
            models.CheckConstraint(
                name="determinations_packet_recipient",
                condition=Q(recipient__in=Recipient.values),
                violation_error_message=_("There is no such recipient."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number} {self.recipient}"


class Chaser(GuardedPart):
    """That those who answer for a case were told that its days run out; `days`: how many were to be left."""

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="chasers")
    days = models.PositiveSmallIntegerField()
    runs_out_on = models.DateField()
    told = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "-days"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "days"],
                name="determinations_chaser_once",
                violation_error_message=_("They were told already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.days}"
