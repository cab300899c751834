"""What remains of a reciprocal visit: feedback of both sides, take-aways, certificates."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded, GuardedPart
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.enums import Side
from roadstead.hosting.models.delegation import Delegate
from roadstead.hosting.models.requests import LONGEST_NAME, HostingRequest

LONGEST_WORDS = 2_000


class Feedback(GuardedPart):
    """What one side says of the visit."""

    owners = ("request",)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="feedback")
    side = models.CharField(max_length=5, choices=Side.choices)
    helped = models.TextField(_("what helped most"), max_length=LONGEST_WORDS)
    otherwise = models.TextField(_("what to do otherwise"), max_length=LONGEST_WORDS, blank=True)
    name = models.CharField(_("who says so"), max_length=LONGEST_NAME)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="hosting_feedback_said",
                condition=Q(side__in=Side.values) & ~Q(helped=""),
                violation_error_message=_("Say what helped most."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.side}"


class TakeAway(GuardedPart):
    """Something that is taken away and will be done: a promise in the programme’s engagement."""

    owners = ("request",)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="take_aways")
    commitment = models.OneToOneField("engagement.Commitment", on_delete=models.PROTECT, related_name="+")

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "pk"]

    def __str__(self) -> str:
        return f"{self.request_id} {self.commitment_id}"


class Certificate(Guarded):
    """That somebody took part. Whoever holds the code may ask whether it is true; the name is the delegate’s."""

    code = models.CharField(max_length=24, unique=True)
    # A delegate with a certificate stays (`actions.naming_delegates`); the constraint of the database holds it.
    delegate = models.OneToOneField(Delegate, on_delete=models.DO_NOTHING, related_name="+")
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="certificates")
    issued_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField()

    class Meta(Guarded.Meta):
        ordering = ["request_id", "pk"]

    def __str__(self) -> str:
        return str(self.code)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Those of delegates whom one may read."""
        return Q(delegate__in=Delegate.objects.visible_to(viewer).order_by().values("pk"))
