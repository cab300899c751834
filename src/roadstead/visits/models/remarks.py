"""What a host’s own people say of an observation that was shared with them."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.visits.models.observations import Observation

LONGEST_REMARK = 2_000  # characters


class ObservationRemark(GuardedPart):
    """A remark on an observation, by its host. It is never changed; who thinks better of it adds another.

    `uid` is made by the form, so that one sent twice stands there once.
    """

    owners = ("observation",)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="remarks")
    text = models.CharField(_("remark"), max_length=LONGEST_REMARK)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["observation_id", "at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
