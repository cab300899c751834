"""An assessment of a country: what of it is effective, not effective, not known, and who settled that."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.country_enums import Confidence, Stage
from roadstead.common.access.marks import Mark, Marked

LONGEST_OCCASION = 200  # characters
LONGEST_WHY = 1_000


class CountryAssessment(Marked):
    """An assessment of one country. `uid` is made by the form, so that what is sent twice is begun once.

    versions: {instrument: version} as of which its elements and criteria were taken. confidence: in what the country
    has put into practice, with what that rests on and the day on which it was said; empty until somebody says it.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    occasion = models.CharField(_("what it is for"), max_length=LONGEST_OCCASION)
    versions = models.JSONField(default=dict)
    stage = models.CharField(_("state"), max_length=8, choices=Stage.choices, default=Stage.DRAFT)
    confidence = models.CharField(_("confidence"), max_length=8, choices=Confidence.choices, blank=True)
    confidence_why = models.CharField(_("what the confidence rests on"), max_length=LONGEST_WHY, blank=True)
    confidence_on = models.DateField(null=True, blank=True)
    begun_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    put_up_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    put_up_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    dropped_why = models.CharField(_("why it was dropped"), max_length=LONGEST_WHY, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["country", "stage"], name="assessments_country_stage")]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="assessments_country_within",
                condition=Q(mark__in=(Mark.PROGRAMME, Mark.RESTRICTED)),
                violation_error_message=_(
                    "An assessment stays within the programme; shortfalls are shared one by one."
                ),
            ),
            models.CheckConstraint(
                name="assessments_country_stage_known",
                condition=Q(stage__in=Stage.values),
                violation_error_message=_("An assessment of a country has no such state."),
            ),
            models.CheckConstraint(
                name="assessments_country_confidence",
                condition=Q(confidence="", confidence_why="", confidence_on__isnull=True)
                | (Q(confidence__in=Confidence.values, confidence_on__isnull=False) & ~Q(confidence_why="")),
                violation_error_message=_("Confidence is said with what it rests on, and its day."),
            ),
            models.CheckConstraint(
                name="assessments_country_put_up",
                condition=Q(stage__in=(Stage.DRAFT, Stage.DROPPED))
                | (Q(put_up_by__isnull=False, put_up_at__isnull=False) & ~Q(confidence="")),
                violation_error_message=_("What is put up says by whom, and with what confidence."),
            ),
            models.CheckConstraint(
                name="assessments_country_second_person",
                condition=Q(settled_by__isnull=True) | ~Q(settled_by=F("put_up_by")),
                violation_error_message=_("An assessment is settled by another person than who put it up."),
            ),
            models.CheckConstraint(
                name="assessments_country_settled",
                condition=Q(stage=Stage.SETTLED, settled_by__isnull=False, settled_at__isnull=False)
                | (~Q(stage=Stage.SETTLED) & Q(settled_by__isnull=True, settled_at__isnull=True)),
                violation_error_message=_("What is settled says by whom and when."),
            ),
            models.CheckConstraint(
                name="assessments_country_dropped",
                condition=(Q(stage=Stage.DROPPED) & ~Q(dropped_why="")) | (~Q(stage=Stage.DROPPED) & Q(dropped_why="")),
                violation_error_message=_("Say why it is dropped."),
            ),
            models.UniqueConstraint(
                fields=["country"],
                condition=Q(stage__in=(Stage.DRAFT, Stage.PUT_UP)),
                name="assessments_country_one_open",
                violation_error_message=_("An assessment of this country is under way already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.stage} {self.pk}"
