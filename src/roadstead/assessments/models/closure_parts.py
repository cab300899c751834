"""What stands in the closure room of a shortfall: the host's plan, its evidence, and disputes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.closure_enums import Verdict
from roadstead.assessments.models.closures import LONGEST_WHY, Closure
from roadstead.common.access.guarded import GuardedPart

LONGEST_STEP = 2_000  # characters
LONGEST_OWNER = 150
LONGEST_WHAT = 300


class PlanItem(GuardedPart):
    """One step of a plan: with its owner and day, or a recommendation that has both of its own.

    dropped_at: when it was taken from the plan, with why; it stays to be read.
    """

    owners = ("closure",)
    uid = models.UUIDField(unique=True, editable=False)
    closure = models.ForeignKey(Closure, on_delete=models.CASCADE, related_name="plan")
    recommendation = models.ForeignKey(
        "visits.Recommendation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    text = models.CharField(_("what is done"), max_length=LONGEST_STEP, blank=True)
    owner = models.CharField(_("who sees to it"), max_length=LONGEST_OWNER, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_why = models.CharField(max_length=LONGEST_WHY, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["closure_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="assessments_plan_owner_and_day",
                condition=Q(recommendation__isnull=False, text="", owner="", due_on__isnull=True)
                | (Q(recommendation__isnull=True, due_on__isnull=False) & ~Q(text="") & ~Q(owner="")),
                violation_error_message=_("A step has its owner and its day, or is a recommendation that has them."),
            ),
            models.CheckConstraint(
                name="assessments_plan_dropped",
                condition=Q(dropped_at__isnull=True, dropped_why="")
                | (Q(dropped_at__isnull=False) & ~Q(dropped_why="")),
                violation_error_message=_("Say why the step is dropped."),
            ),
            models.UniqueConstraint(
                fields=["closure", "recommendation"],
                condition=Q(recommendation__isnull=False, dropped_at__isnull=True),
                name="assessments_plan_recommended_once",
                violation_error_message=_("This recommendation is in the plan already."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60] or f"recommendation {self.recommendation_id}"


class ClosureEvidence(GuardedPart):
    """One version of a piece of evidence that a shortfall is closed; its day is apart from the day it came."""

    owners = ("closure",)
    uid = models.UUIDField(unique=True, editable=False)
    closure = models.ForeignKey(Closure, on_delete=models.CASCADE, related_name="evidence")
    attachment = models.ForeignKey("files.Attachment", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    what = models.CharField(_("what it shows"), max_length=LONGEST_WHAT, blank=True)
    dated_on = models.DateField(_("date of the evidence"))
    added_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, related_name="replaced_by", null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["closure_id", "added_at", "pk"]
        verbose_name_plural = "closure evidence"
        constraints = [
            models.CheckConstraint(
                name="assessments_closure_evidence_version",
                condition=Q(version=1, replaces__isnull=True) | Q(version__gt=1, replaces__isnull=False),
                violation_error_message=_("A later version says which one it replaces."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.closure_id} {self.sha256[:12]} v{self.version}"


class Dispute(GuardedPart):
    """That the host does not agree, with its reason; and what the programme answered."""

    owners = ("closure",)
    uid = models.UUIDField(unique=True, editable=False)
    closure = models.ForeignKey(Closure, on_delete=models.CASCADE, related_name="disputes")
    reason = models.CharField(_("why you do not agree"), max_length=LONGEST_STEP)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    verdict = models.CharField(max_length=8, choices=Verdict.choices, blank=True)
    answer = models.CharField(_("answer"), max_length=LONGEST_STEP, blank=True)
    answered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["closure_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="assessments_dispute_reason",
                condition=~Q(reason=""),
                violation_error_message=_("A dispute has its reason."),
            ),
            models.CheckConstraint(
                name="assessments_dispute_answered",
                condition=Q(verdict="", answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (Q(verdict__in=Verdict.values, answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
                violation_error_message=_("An answer says what, by whom and when."),
            ),
            models.UniqueConstraint(
                fields=["closure"],
                condition=Q(verdict=""),
                name="assessments_dispute_one_open",
                violation_error_message=_("A dispute of this shortfall waits for its answer already."),
            ),
        ]

    def __str__(self) -> str:
        return self.reason[:60]
