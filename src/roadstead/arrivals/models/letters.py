"""Letters and orders to a ship: drafted, signed under a number of the zone, sent, and withdrawn by another."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.letter_enums import LetterKind
from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

LONGEST_LETTER = 20_000  # characters
LONGEST_SUBJECT = 200
LONGEST_TITLE = 120
UNSIGNED = Q(signed_at__isnull=True, signed_by__isnull=True, number__isnull=True, year__isnull=True, digest="")
SIGNED = Q(signed_at__isnull=False, signed_by__isnull=False, number__isnull=False, year__isnull=False) & ~Q(digest="")


class Letter(GuardedPart):
    """One letter. Once signed it has a number and is never changed; content is what was signed, digest its SHA-256.

    grounds: rows of text, address and whether it was verified. withdraws: the letter that this one, once signed, ends.
    paper: the PDF as it was made when it was signed.
    """

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=20, choices=LetterKind.choices)
    decision = models.ForeignKey("arrivals.Decision", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    verdict = models.ForeignKey("arrivals.Verdict", on_delete=models.PROTECT, related_name="+")
    zone = models.ForeignKey("registry.Zone", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    addressee = models.CharField(max_length=LONGEST_SUBJECT)
    subject = models.CharField(max_length=LONGEST_SUBJECT)
    text = models.TextField(max_length=LONGEST_LETTER)
    grounds = models.JSONField(default=list)
    withdraws = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    signed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    signed_as = models.CharField(max_length=LONGEST_TITLE, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    content = models.TextField(blank=True)
    digest = models.CharField(max_length=80, blank=True)
    paper = models.BinaryField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]
        indexes = [models.Index(fields=["signed_at"], name="arrivals_letter_signed")]
        constraints = [
            models.UniqueConstraint(
                fields=["zone", "year", "number"],
                name="arrivals_letter_numbered",
                violation_error_message=_("This number is another letter’s."),
            ),
            models.UniqueConstraint(
                fields=["withdraws"],
                condition=Q(signed_at__isnull=False),
                name="arrivals_letter_withdrawn_once",
                violation_error_message=_("This letter was withdrawn already."),
            ),
            models.CheckConstraint(
                name="arrivals_letter_signed_whole",
                condition=UNSIGNED | SIGNED,
                violation_error_message=_("A letter is signed with a number and a digest, or not at all."),
            ),
            models.CheckConstraint(
                name="arrivals_letter_kind",
                condition=Q(kind__in=LetterKind.values) & (~Q(kind=LetterKind.WITHDRAWAL) | Q(withdraws__isnull=False)),
                violation_error_message=_("A withdrawal names the letter that it withdraws."),
            ),
            models.CheckConstraint(
                name="arrivals_letter_not_itself",
                condition=Q(withdraws__isnull=True) | ~Q(withdraws=F("id")),
                violation_error_message=_("A letter does not withdraw itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference or self.subject

    @property
    def reference(self) -> str:
        """The number as letters cite it; "" before it is signed."""
        return f"{self.zone_id} {self.year}-{self.number:03}" if self.number else ""

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """What is signed is read with its arrival; a draft by the programme alone."""
        read = super().visible(viewer)
        return read if viewer.holds(Permission.READ_PROGRAMME) else read & Q(signed_at__isnull=False)


class LetterSeries(models.Model):
    """The last number that a zone gave in a year; the row is held while the next one is given."""

    zone = models.ForeignKey("registry.Zone", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zone", "year"],
                name="arrivals_letterseries_once",
                violation_error_message=_("This zone counts its letters of the year already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zone_id} {self.year}: {self.last}"


class LetterSent(GuardedPart):
    """A letter that went out. link: the secret of its page, hashed, which opens the letter without an account."""

    owners: ClassVar[tuple[str, ...]] = ("letter",)

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="sent")
    to = models.EmailField(max_length=254)
    link = models.CharField(max_length=64, unique=True)
    link_until = models.DateTimeField()
    sent_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.letter_id} → {self.to}"
