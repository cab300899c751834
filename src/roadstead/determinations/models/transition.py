"""What a decision does to ships, as counted before it is signed, and who is told when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.determinations.models.cases import LONGEST_TITLE, LONGEST_WHY, Case
from roadstead.determinations.models.signing import DIGEST

LONGEST_DRAFT = 2_000  # characters of a draft of the what-if


class TrafficCount(GuardedPart):
    """What the what-if said of the decision, or why nothing was counted. replaced_at: None for the one that counts.

    draft: as the what-if's address carries it. voyages: those on record; concerned: with a call that the draft
    touches. at_sea: ships between their last port and the United States on `since`, None where no day was assumed.
    """

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="counts")
    draft = models.CharField(max_length=LONGEST_DRAFT, blank=True)
    record = models.CharField(_("voyages on record"), max_length=LONGEST_TITLE, blank=True)
    invented = models.BooleanField(default=False)
    voyages = models.PositiveBigIntegerField(default=0)
    concerned = models.PositiveBigIntegerField(default=0)
    caught = models.PositiveBigIntegerField(default=0)
    freed = models.PositiveBigIntegerField(default=0)
    unclear = models.PositiveBigIntegerField(default=0)
    ships = models.PositiveBigIntegerField(null=True, blank=True)
    since = models.DateField(_("first day assumed"), null=True, blank=True)
    at_sea = models.PositiveBigIntegerField(null=True, blank=True)
    rule_book = models.CharField(max_length=DIGEST, blank=True)
    why = models.CharField(_("why nothing was counted"), max_length=LONGEST_WHY, blank=True)
    counted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(replaced_at__isnull=True),
                name="determinations_count_once",
                violation_error_message=_("The ships of the case were counted already."),
            ),
            models.CheckConstraint(
                name="determinations_count_or_why",
                condition=(~Q(draft="") & Q(why="")) | (Q(draft="") & ~Q(why="")),
                violation_error_message=_("Count the ships, or say why nothing was counted."),
            ),
            models.CheckConstraint(
                name="determinations_count_at_sea",
                condition=Q(since__isnull=False, at_sea__isnull=False) | Q(since__isnull=True, at_sea__isnull=True),
                violation_error_message=_("Ships at sea are counted on a day."),
            ),
        ]

    def __str__(self) -> str:
        return self.draft or self.why


class Telling(GuardedPart):
    """One line of the transition plan: who is told, when, by whom. done_on: the day on which it was done.

    What is signed is the plan; that a line was done is entered later and leaves the signatures.
    """

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tellings")
    number = models.PositiveSmallIntegerField()
    recipient = models.CharField(_("who is told"), max_length=LONGEST_TITLE)
    on = models.DateField(_("when"))
    told_by = models.CharField(_("by whom"), max_length=LONGEST_TITLE)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    planned_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"],
                name="determinations_telling_number",
                violation_error_message=_("Two lines of the plan have one number."),
            ),
            models.CheckConstraint(
                name="determinations_telling_done",
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False, removed_at__isnull=True),
                violation_error_message=_("What was done says by whom, and stays in the plan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.recipient}"
