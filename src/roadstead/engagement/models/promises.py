"""What follows an interaction: commitments of either side, and questions that somebody else is to answer."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import LONGEST_REASON
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models.interactions import Interaction

LONGEST_PROMISE = 500  # characters
LONGEST_QUESTION = 1_000
LONGEST_ANSWER = 5_000
OPEN = Q(kept_on__isnull=True, dropped_on__isnull=True)


class Commitment(GuardedPart):
    """What one side promised. It is open until it is kept, or dropped with a reason. One owner at most is named."""

    owners = ("interaction",)  # a contact or organisation that owns it is named where that may be read, too
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    interaction = models.ForeignKey(Interaction, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(_("what was promised"), max_length=LONGEST_PROMISE)
    side = models.CharField(_("by whom"), max_length=6, choices=Side.choices)
    officer = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    contact = models.ForeignKey("engagement.Contact", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    kept_on = models.DateField(_("kept on"), null=True, blank=True)
    dropped_on = models.DateField(_("dropped on"), null=True, blank=True)
    dropped_why = models.CharField(_("why dropped"), max_length=LONGEST_REASON, blank=True)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(GuardedPart.Meta):
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], condition=OPEN, name="engagement_commitment_open")]
        constraints = [
            models.CheckConstraint(
                name="engagement_commitment_what",
                condition=~Q(what="") & Q(side__in=Side.values),
                violation_error_message=_("Say what was promised, and by which side."),
            ),
            models.CheckConstraint(
                name="engagement_commitment_end",
                condition=Q(dropped_on__isnull=True, dropped_why="")
                | (Q(dropped_on__isnull=False, kept_on__isnull=True) & ~Q(dropped_why="")),
                violation_error_message=_("A promise is kept, or dropped with a reason."),
            ),
            models.CheckConstraint(
                name="engagement_commitment_one_owner",
                condition=Q(officer__isnull=True, contact__isnull=True)
                | Q(officer__isnull=True, organisation__isnull=True)
                | Q(contact__isnull=True, organisation__isnull=True),
                violation_error_message=_("A promise has one owner."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.what)


class CommitmentMove(GuardedPart):
    """That the day of a promise was moved: the day before, kept with the reason. after: None for no day any more."""

    owners = ("commitment",)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="+")
    before = models.DateField(null=True, blank=True)
    after = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=LONGEST_REASON)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["commitment_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="engagement_move_why",
                condition=~Q(why=""),
                violation_error_message=_("Say why the day of a promise is moved."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Referral(GuardedPart):
    """A question to a colleague or an organisation. Nothing but an answer closes it."""

    owners = ("interaction",)  # the organisation is named where it may be read, too
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    interaction = models.ForeignKey(Interaction, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(_("question"), max_length=LONGEST_QUESTION)
    officer = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    due_on = models.DateField(_("answer wanted by"), null=True, blank=True)
    asked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(_("answer"), max_length=LONGEST_ANSWER, blank=True)
    answered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="engagement_referral_asked",
                condition=~Q(question="")
                & (
                    Q(officer__isnull=False, organisation__isnull=True)
                    | Q(officer__isnull=True, organisation__isnull=False)
                ),
                violation_error_message=_("A question is asked of a colleague, or of an organisation."),
            ),
            models.CheckConstraint(
                name="engagement_referral_answered",
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                violation_error_message=_("A question is closed by its answer alone."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.question)


class DigestSent(models.Model):
    """That somebody was sent the reminders of a day, so that nobody is sent them twice."""

    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    items = models.PositiveIntegerField()

    class Meta:
        ordering = ["-on", "pk"]
        verbose_name_plural = "digests sent"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "on"],
                name="engagement_digest_once",
                violation_error_message=_("The reminders of this day were sent already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.on}"
