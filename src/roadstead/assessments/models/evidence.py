"""Evidence for answers: a file, the day that it is of, apart from the day it came; a newer one replaces, none goes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.models.answers import Answer
from roadstead.assessments.models.self_assessments import SelfAssessment
from roadstead.common.access.guarded import GuardedPart

LONGEST_WHAT = 300  # characters


class Evidence(GuardedPart):
    """One version of a piece of evidence. `uid` is made by the browser, so that what is sent twice is there once.

    sha256: of the file, as it came; version: 1, or one more than what it replaces.
    """

    owners = ("assessment",)
    uid = models.UUIDField(unique=True, editable=False)
    assessment = models.ForeignKey(SelfAssessment, on_delete=models.CASCADE, related_name="+")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="evidence")
    attachment = models.ForeignKey("files.Attachment", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    what = models.CharField(_("what it shows"), max_length=LONGEST_WHAT, blank=True)
    dated_on = models.DateField(_("date of the evidence"))
    added_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, related_name="replaced_by", null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["answer_id", "added_at", "pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"{self.answer_id} {self.sha256[:12]} v{self.version}"
