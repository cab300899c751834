"""Verdicts as they were given, each under its own edition, and the changes that people are told of."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.enums import Cause, Outcome
from roadstead.common.access.guarded import GuardedPart

LONGEST_WORD = 500  # characters
OUTCOMES = Q(outcome__in=Outcome.values)


class Judged(models.Model):
    """What a judgement comes to. unmet, unsure: duties C1 to C5 by code; book: the digest of the rule book.

    caught, unclear: how many calls surely, and perhaps, count against the ship. edition: the one in force on arrival.
    """

    outcome = models.CharField(_("verdict"), max_length=14, choices=Outcome.choices)
    caught = models.PositiveSmallIntegerField()
    unclear = models.PositiveSmallIntegerField()
    unmet = models.CharField(max_length=20, blank=True)
    unsure = models.CharField(max_length=20, blank=True)
    boarding = models.CharField(max_length=10)
    armed_guards = models.CharField(max_length=30)
    question = models.CharField(max_length=LONGEST_WORD, blank=True)
    edition = models.CharField(max_length=80, blank=True)
    book = models.CharField(max_length=80)
    judged_at = models.DateTimeField()

    class Meta:
        abstract = True


class Verdict(Judged, GuardedPart):
    """One judgement of one version of a notice; never changed afterwards. digest: of the whole decision."""

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="verdicts")
    number = models.PositiveIntegerField()
    cause = models.CharField(max_length=10, choices=Cause.choices)
    known_at = models.DateField()
    digest = models.CharField(max_length=80)

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="arrivals_verdict_outcome",
                condition=OUTCOMES,
                violation_error_message=_("Conditions apply, do not apply, or it cannot be told."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arrival_id}/{self.number}: {self.outcome}"


class Change(GuardedPart):
    """A verdict that is no longer what it was, until a person has looked at it. The verdict before stays as given."""

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="changes")
    before = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="+")
    after = models.OneToOneField(Verdict, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    queued_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    word = models.CharField(max_length=LONGEST_WORD, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]
        indexes = [models.Index(fields=["settled_at", "queued_at"], name="arrivals_change_open")]
        constraints = [
            models.CheckConstraint(
                name="arrivals_change_settled_whole",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, word="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(word="")),
                violation_error_message=_("Say what follows from the change."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arrival_id}: {self.before_id} → {self.after_id}"


class Rejudgement(models.Model):
    """All stored notices judged again under one rule book. ended_at is empty while some of them still wait."""

    book = models.CharField(max_length=80, unique=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.book
