"""What a case rests on: records of the programme and of others, as they were when they were taken into it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.determinations.models.cases import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, Case
from roadstead.determinations.models.signing import DIGEST

LONGEST_LABEL = 60  # of a model, like visits.observation


class Evidence(GuardedPart):
    """One source. record, key: the record it was taken from ("" and None for words or a file given here).

    text: its words as they were taken, `digest` over them; dated: the day it speaks of, apart from when it was taken.
    found_changed_at: when the record was last found to say something else. host: whether the State may see it.
    """

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    number = models.PositiveSmallIntegerField()
    record = models.CharField(max_length=LONGEST_LABEL, blank=True)
    key = models.BigIntegerField(null=True, blank=True)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    text = models.TextField(_("what it says"), max_length=LONGEST_TEXT)
    source = models.CharField(_("where it comes from"), max_length=LONGEST_TITLE)
    dated = models.DateField(_("day it speaks of"))
    digest = models.CharField(max_length=DIGEST)
    host = models.BooleanField(_("the State may see it"), default=False)
    taken_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    found_changed_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"],
                name="determinations_evidence_number",
                violation_error_message=_("Two sources have one number."),
            ),
            models.UniqueConstraint(
                fields=["case", "record", "key"],
                condition=Q(key__isnull=False, removed_at__isnull=True),
                name="determinations_evidence_once",
                violation_error_message=_("This record is in the case already."),
            ),
            models.CheckConstraint(
                name="determinations_evidence_removed",
                condition=Q(removed_at__isnull=True, removed_why="")
                | (Q(removed_at__isnull=False) & ~Q(removed_why="")),
                violation_error_message=_("Say why it is taken out."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"
