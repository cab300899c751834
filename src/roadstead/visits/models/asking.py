"""Asking the embassy and agencies about a visit, and what each answers."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.visits.enums import Reply
from roadstead.visits.models.visits import LONGEST_WHY, Visit

LONGEST_AGENCY = 150


class Asking(GuardedPart):
    """The embassy and agencies are asked to join, combine or avoid the days of a visit; void once these move.

    answer_by: the day until which an answer is waited for. people: how many were told.
    """

    owners = ("visit",)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="askings")
    first_on = models.DateField()
    last_on = models.DateField()
    answer_by = models.DateField(_("an answer is asked for until"))
    words = models.CharField(_("a word to them"), max_length=LONGEST_WHY, blank=True)
    people = models.PositiveSmallIntegerField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    void_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit"],
                condition=Q(void_at__isnull=True),
                name="visits_asking_once",
                violation_error_message=_("The embassy and agencies were asked about these days already."),
            ),
            models.CheckConstraint(
                name="visits_asking_days",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("A visit ends on the day on which it begins, or later."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.first_on}"


class AskingReply(GuardedPart):
    """What somebody answers for an embassy or agency; the latest answer of a person holds."""

    owners = ("asking",)
    asking = models.ForeignKey(Asking, on_delete=models.CASCADE, related_name="replies")
    agency = models.CharField(_("for"), max_length=LONGEST_AGENCY)
    answer = models.CharField(max_length=8, choices=Reply.choices)
    why = models.CharField(max_length=LONGEST_WHY, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["asking_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["asking", "by"],
                name="visits_reply_once",
                violation_error_message=_("You have answered already; change that answer."),
            ),
            models.CheckConstraint(
                name="visits_reply_why",
                condition=~Q(answer=Reply.AVOID) | ~Q(why=""),
                violation_error_message=_("Say which days, or why these are not good."),
            ),
            models.CheckConstraint(
                name="visits_reply_agency",
                condition=~Q(agency=""),
                violation_error_message=_("Say for whom you answer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asking_id} {self.agency} {self.answer}"
