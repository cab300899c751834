"""The days of a case: facts that somebody entered, corrected by a later entry and never changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.determinations.models.cases import LONGEST_WHY, Case

LONGEST_STEP = 40  # characters of the code of a step
LONGEST_TOLD = 300


class CaseDay(GuardedPart):
    """One step of a case: the day on which it was taken, or why it was left out.

    told: how it is known (a letter, a notice, a minute). replaced_at: when a later entry took its place; None for the
    one that counts.
    """

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="days")
    step = models.CharField(max_length=LONGEST_STEP)
    day = models.DateField(_("day"), null=True, blank=True)
    why = models.CharField(_("why it was left out"), max_length=LONGEST_WHY, blank=True)
    told = models.CharField(_("how it is known"), max_length=LONGEST_TOLD, blank=True)
    entered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "step"],
                condition=Q(replaced_at__isnull=True),
                name="determinations_day_once",
                violation_error_message=_("This step has a day already."),
            ),
            models.CheckConstraint(
                name="determinations_day_or_why",
                condition=Q(day__isnull=False, why="") | (Q(day__isnull=True) & ~Q(why="")),
                violation_error_message=_("Give the day, or say why the step was left out."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.day or self.why}"


class CasePause(GuardedPart):
    """A stretch in which the clock of a case stands still; `end` is the day on which it runs again."""

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="pauses")
    start = models.DateField(_("from"))
    end = models.DateField(_("runs again on"), null=True, blank=True)
    why = models.CharField(_("why"), max_length=LONGEST_WHY)
    entered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    ended_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "start"]
        constraints = [
            models.CheckConstraint(
                name="determinations_pause_forwards",
                condition=Q(end__isnull=True) | Q(end__gt=models.F("start")),
                violation_error_message=_("The clock runs again after the day on which it stopped."),
            ),
            models.CheckConstraint(
                name="determinations_pause_why",
                condition=~Q(why=""),
                violation_error_message=_("Say why the clock stands still."),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(end__isnull=True),
                name="determinations_pause_one_open",
                violation_error_message=_("The clock stands still already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start} – {self.end or ''}"
