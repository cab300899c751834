"""What is arranged before a delegation comes: steps with owner and day, interpreters, costs with their source."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.hosting.enums import CostState, StepKind, StepState
from roadstead.hosting.models.requests import LONGEST_NAME, LONGEST_WHY, HostingRequest


class Step(GuardedPart):
    """One thing to be done, by whom and until when."""

    owners = ("request",)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("what"), max_length=12, choices=StepKind.choices)
    what = models.CharField(_("in words"), max_length=LONGEST_WHY, blank=True)
    owner = models.CharField(_("who sees to it"), max_length=LONGEST_NAME)
    due_on = models.DateField(_("until"))
    state = models.CharField(max_length=10, choices=StepState.choices, default=StepState.OPEN)
    note = models.CharField(_("what became of it"), max_length=LONGEST_WHY, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="hosting_step_owner",
                condition=~Q(owner=""),
                violation_error_message=_("A step has somebody who sees to it."),
            ),
            models.CheckConstraint(
                name="hosting_step_ended",
                condition=Q(state=StepState.OPEN, ended_on__isnull=True)
                | (~Q(state=StepState.OPEN) & Q(state__in=StepState.values, ended_on__isnull=False)),
                violation_error_message=_("What is done says when."),
            ),
            models.CheckConstraint(
                name="hosting_step_not_needed",
                condition=~Q(state=StepState.NOT_NEEDED) | ~Q(note=""),
                violation_error_message=_("Say why the step is not needed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind}"


class Interpreter(GuardedPart):
    """Interpreting between two languages: by whom, and whether it is settled."""

    owners = ("request",)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="interpreters")
    language = models.CharField(_("language"), max_length=60)
    provider = models.CharField(_("from where"), max_length=LONGEST_NAME, blank=True)
    settled = models.BooleanField(_("settled"), default=False)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "pk"]

    def __str__(self) -> str:
        return f"{self.request_id} {self.language}"


class Cost(GuardedPart):
    """What something costs, in whole US dollars, and who pays."""

    owners = ("request",)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="costs")
    what = models.CharField(_("what for"), max_length=LONGEST_NAME)
    dollars = models.PositiveIntegerField(_("US dollars"))
    source = models.CharField(_("who pays"), max_length=LONGEST_NAME)
    state = models.CharField(max_length=10, choices=CostState.choices, default=CostState.ESTIMATED)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="hosting_cost_source",
                condition=~Q(source="") & ~Q(what=""),
                violation_error_message=_("Say what it is for, and who pays."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.dollars}"
