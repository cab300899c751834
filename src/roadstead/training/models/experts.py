"""Experts: who can teach what, in which languages, where and when, and where they have served."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Mark, Marked
from roadstead.training.models.offerings import LONGEST_CODE, LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, Offering
from roadstead.training.models.requests import Request


class Expert(Marked):
    """Somebody who can be sent. subjects: codes of courses; languages: their codes; regions: codes of countries.

    An empty list of regions says that the expert goes anywhere.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=LONGEST_TITLE)
    organisation = models.CharField(_("organisation"), max_length=LONGEST_TITLE)
    subjects: Any = models.JSONField(default=list)
    languages: Any = models.JSONField(default=list)
    regions: Any = models.JSONField(default=list)
    note = models.TextField(_("note"), max_length=LONGEST_TEXT, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["name", "pk"]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="training_expert_within",
                condition=Q(mark__in=(Mark.PROGRAMME, Mark.RESTRICTED)),
                violation_error_message=_("The roster of experts stays within the programme."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Free(GuardedPart):
    """Days on which an expert can be sent."""

    owners = ("expert",)
    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="free")
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta(GuardedPart.Meta):
        ordering = ["expert_id", "first_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="training_free_days",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("The last day is not before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.expert_id} {self.first_on}"


class Service(GuardedPart):
    """That an expert was found for a request, or taught at an offering; how it was, afterwards."""

    owners = ("expert",)
    expert = models.ForeignKey(Expert, on_delete=models.PROTECT, related_name="served")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    offering = models.ForeignKey(Offering, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    body = models.CharField(_("for"), max_length=LONGEST_CODE, blank=True)
    role = models.CharField(_("as what"), max_length=LONGEST_TITLE)
    first_on = models.DateField()
    last_on = models.DateField()
    after = models.CharField(_("how it was"), max_length=LONGEST_WHY, blank=True)
    entered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-first_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["expert", "request"],
                condition=Q(request__isnull=False),
                name="training_service_once",
                violation_error_message=_("This expert was found for the request already."),
            ),
            models.CheckConstraint(
                name="training_service_days",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("The last day is not before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.expert_id} {self.first_on}"
