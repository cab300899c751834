"""What somebody states of one element or criterion, over what the records suggested; never changed, only followed."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.country_enums import Judgement
from roadstead.assessments.models.countries import CountryAssessment
from roadstead.common.access.guarded import GuardedPart

LONGEST_REASONS = 5_000  # characters


class Statement(GuardedPart):
    """One statement. replaced_at: when a later one took its place; None for the one that counts.

    suggested, suggested_why: what the records suggested when it was made, and why, in words.
    """

    owners = ("assessment",)
    assessment = models.ForeignKey(CountryAssessment, on_delete=models.CASCADE, related_name="statements")
    instrument = models.CharField(max_length=40)
    version = models.CharField(max_length=10)
    element = models.CharField(max_length=10)
    says = models.CharField(_("judgement"), max_length=13, choices=Judgement.choices)
    reasons = models.TextField(_("reasons"), max_length=LONGEST_REASONS)
    missing = models.TextField(_("what is missing"), max_length=LONGEST_REASONS, blank=True)
    suggested = models.CharField(max_length=13, choices=Judgement.choices)
    suggested_why: Any = models.JSONField(default=list)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["assessment_id", "element", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "element"],
                condition=Q(replaced_at__isnull=True),
                name="assessments_statement_once",
                violation_error_message=_("This element has its statement already."),
            ),
            models.CheckConstraint(
                name="assessments_statement_says",
                condition=Q(says__in=Judgement.values, suggested__in=Judgement.values),
                violation_error_message=_("It is effective, not effective, or not known."),
            ),
            models.CheckConstraint(
                name="assessments_statement_reasons",
                condition=~Q(reasons=""),
                violation_error_message=_("A statement has its reasons."),
            ),
            models.CheckConstraint(
                name="assessments_statement_missing",
                condition=~Q(says=Judgement.NOT_KNOWN) | ~Q(missing=""),
                violation_error_message=_("What is not known says what is missing."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.element} {self.says}"
