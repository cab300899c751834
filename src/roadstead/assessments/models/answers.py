"""The answers of a self-assessment, each frozen to the question that it answers, and what was made of them."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.enums import Said, Standing
from roadstead.assessments.models.self_assessments import SelfAssessment
from roadstead.common.access.guarded import GuardedPart

LONGEST_WORDS = 10_000  # characters


class Answer(GuardedPart):
    """One question of a questionnaire as it was asked, and what is answered; `said` empty: not answered yet.

    digest: of the question as it reads, see rulebook.instruments. stamps: {"said" | "words": see visits.merging}.
    reviewed: the revision that the programme looked at last, 0 for none.
    """

    owners = ("assessment",)
    assessment = models.ForeignKey(SelfAssessment, on_delete=models.CASCADE, related_name="answers")
    place = models.PositiveSmallIntegerField()
    instrument = models.CharField(max_length=40)
    version = models.CharField(max_length=10)
    element = models.CharField(max_length=10)
    question = models.CharField(max_length=40)
    asked = models.TextField(_("the question"))
    digest = models.CharField(max_length=71)
    said = models.CharField(_("answer"), max_length=14, choices=Said.choices, blank=True)
    words = models.TextField(_("in words"), max_length=LONGEST_WORDS, blank=True)
    stamps: Any = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    reviewed = models.PositiveIntegerField(default=0)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.OPEN)

    class Meta(GuardedPart.Meta):
        ordering = ["assessment_id", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "instrument", "element", "question"],
                name="assessments_answer_once",
                violation_error_message=_("This question is there already."),
            ),
            models.CheckConstraint(
                name="assessments_answer_said",
                condition=Q(said__in=["", *Said.values]),
                violation_error_message=_("An answer is one of those that can be chosen."),
            ),
            models.CheckConstraint(
                name="assessments_answer_standing",
                condition=Q(standing=Standing.OPEN) | Q(standing__in=Standing.values, reviewed__gt=0),
                violation_error_message=_("What was looked at says which revision was."),
            ),
            models.CheckConstraint(
                name="assessments_answer_validated",
                condition=~Q(standing=Standing.VALIDATED) | ~Q(said=""),
                violation_error_message=_("What was not answered cannot be validated."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.element} {self.question}"


class AnswerOther(GuardedPart):
    """What somebody typed into a field in whose place something else stands now: nothing typed is lost.

    late: it came when the answer was no longer open.
    """

    owners = ("assessment",)
    assessment = models.ForeignKey(SelfAssessment, on_delete=models.CASCADE, related_name="+")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="others")
    field = models.CharField(max_length=10)
    value = models.TextField()
    late = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")

    class Meta(GuardedPart.Meta):
        ordering = ["answer_id", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.field}"


class Review(GuardedPart):
    """What an officer made of an answer: validated, or questioned in words; with the answer as it was then."""

    owners = ("assessment",)
    assessment = models.ForeignKey(SelfAssessment, on_delete=models.CASCADE, related_name="+")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="reviews")
    verdict = models.CharField(max_length=10, choices=[(one.value, one.label) for one in list(Standing)[1:]])
    words = models.TextField(_("what is asked"), max_length=LONGEST_WORDS, blank=True)
    revision = models.PositiveIntegerField()
    said = models.CharField(max_length=14, choices=Said.choices)
    said_words = models.TextField(blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["answer_id", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="assessments_review_verdict",
                condition=Q(verdict__in=(Standing.VALIDATED, Standing.QUESTIONED)),
                violation_error_message=_("An answer is validated or questioned."),
            ),
            models.CheckConstraint(
                name="assessments_review_words",
                condition=~Q(verdict=Standing.QUESTIONED) | ~Q(words=""),
                violation_error_message=_("Say what you ask."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.verdict}"
