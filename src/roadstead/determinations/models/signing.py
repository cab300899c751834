"""Signatures on a case: three people, each for their part, each over exactly what they saw."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.determinations.enums import Part
from roadstead.determinations.models.cases import LONGEST_WHY, Case

DIGEST = 71  # characters of "sha256:" and the digest


class Signature(GuardedPart):
    """One person's part. digest: of what was signed; void_at: when that changed, and with it the signature ended."""

    owners = ("case",)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="signatures")
    part = models.CharField(max_length=8, choices=Part.choices)
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    digest = models.CharField(max_length=DIGEST)
    words = models.CharField(_("note"), max_length=LONGEST_WHY, blank=True)
    void_at = models.DateTimeField(null=True, blank=True)
    void_why = models.CharField(max_length=LONGEST_WHY, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "part"],
                condition=Q(void_at__isnull=True),
                name="determinations_signature_part",
                violation_error_message=_("Somebody has done this part already."),
            ),
            models.UniqueConstraint(
                fields=["case", "person"],
                condition=Q(void_at__isnull=True),
                name="determinations_signature_person",
                violation_error_message=_("Three people, each for their part: you have done one already."),
            ),
            models.CheckConstraint(
                name="determinations_signature_void",
                condition=Q(void_at__isnull=True, void_why="") | (Q(void_at__isnull=False) & ~Q(void_why="")),
                violation_error_message=_("A signature that ended says why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part}: {self.person_id}"
