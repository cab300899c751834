"""Arrivals that were announced, and every version of the notice that announced them."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models.verdicts import OUTCOMES, Judged
from roadstead.common.access.guarded import Guarded, GuardedPart
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

LONGEST_NAME = 200  # characters


class Arrival(Judged, Guarded):
    """One ship's way to one US port, with the verdict in force. `number` is the version of its notice that counts.

    zone is empty where no source places the port in one Captain of the Port zone.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    ship = models.CharField(_("ship"), max_length=LONGEST_NAME, blank=True)
    imo = models.CharField(_("IMO number"), max_length=7, blank=True)
    flag = models.CharField(_("flag"), max_length=2, blank=True)
    port = models.CharField(_("port"), max_length=5)
    zone = models.ForeignKey("registry.Zone", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    eta = models.DateTimeField(_("expected"))
    received_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    number = models.PositiveIntegerField(default=1)

    class Meta(Guarded.Meta):
        ordering = ["eta", "pk"]
        indexes = [
            models.Index(fields=["eta", "id"], name="arrivals_arrival_eta"),
            models.Index(fields=["book"], name="arrivals_arrival_book"),
            models.Index(fields=["imo", "eta"], name="arrivals_arrival_ship"),
        ]
        constraints = [
            models.CheckConstraint(
                name="arrivals_arrival_outcome",
                condition=OUTCOMES,
                violation_error_message=_("Conditions apply, do not apply, or it cannot be told."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ship or self.imo or _("a ship without a name"))

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """The programme reads arrivals; whoever is outside of it does not."""
        return Q() if viewer.holds(Permission.READ_PROGRAMME) else Q(pk__in=[])


class Received(GuardedPart):
    """One version of a notice, as it was taken in: what it says as `roadstead/notice/1`, and nothing of people."""

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    arrival = models.ForeignKey(Arrival, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    received_at = models.DateTimeField()
    taken_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrival", "number"],
                name="arrivals_received_numbered",
                violation_error_message=_("This version of the notice is there already."),
            ),
            models.UniqueConstraint(
                fields=["arrival"],
                condition=Q(current=True),
                name="arrivals_received_one_current",
                violation_error_message=_("One version of a notice counts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arrival_id}/{self.number}"
