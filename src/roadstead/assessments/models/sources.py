"""What an assessment of a country rests on: each source typed, dated, with confidence and expiry."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.country_enums import Confidence, SourceKind
from roadstead.assessments.models.countries import LONGEST_WHY, CountryAssessment
from roadstead.common.access.guarded import GuardedPart

LONGEST_TITLE = 200  # characters
LONGEST_TEXT = 10_000
LONGEST_LABEL = 60  # of a model, like visits.observation


class Source(GuardedPart):
    """One source. record, key: the record it was taken from ("" and None for what is written here).

    says: {code of an element or criterion: yes, no or unknown}, as it was taken; digest: over all that it says, so
    that a later change of the record shows. dated: the day it speaks of; until: after it, it supports nothing.
    """

    owners = ("assessment",)
    assessment = models.ForeignKey(CountryAssessment, on_delete=models.CASCADE, related_name="sources")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=15, choices=SourceKind.choices)
    record = models.CharField(max_length=LONGEST_LABEL, blank=True)
    key = models.BigIntegerField(null=True, blank=True)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    text = models.TextField(_("what it says"), max_length=LONGEST_TEXT, blank=True)
    origin = models.CharField(_("where it comes from"), max_length=LONGEST_TITLE)
    says: Any = models.JSONField(default=dict)
    digest = models.CharField(max_length=71)
    dated = models.DateField(_("day it speaks of"))
    confidence = models.CharField(_("confidence"), max_length=8, choices=Confidence.choices)
    until = models.DateField(_("supports until"))
    attachment = models.ForeignKey(
        "files.Attachment", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    taken_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_why = models.CharField(max_length=LONGEST_WHY, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["assessment_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "number"],
                name="assessments_source_number",
                violation_error_message=_("Two sources have one number."),
            ),
            models.UniqueConstraint(
                fields=["assessment", "record", "key"],
                condition=Q(key__isnull=False, removed_at__isnull=True),
                name="assessments_source_once",
                violation_error_message=_("This record is among the sources already."),
            ),
            models.CheckConstraint(
                name="assessments_source_kind",
                condition=Q(kind__in=SourceKind.values, confidence__in=Confidence.values),
                violation_error_message=_("A source has its kind and its confidence."),
            ),
            models.CheckConstraint(
                name="assessments_source_until",
                condition=Q(until__gte=F("dated")),
                violation_error_message=_("A source supports something until the day it speaks of, or a later one."),
            ),
            models.CheckConstraint(
                name="assessments_source_removed",
                condition=Q(removed_at__isnull=True, removed_why="")
                | (Q(removed_at__isnull=False) & ~Q(removed_why="")),
                violation_error_message=_("Say why it is taken out."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"
