"""What people did about an arrival: decisions, notes, questions, messages, and the hand-over of a watch."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.enums import Disposition, Side
from roadstead.arrivals.models.verdicts import LONGEST_WORD
from roadstead.common.access.guarded import Guarded, GuardedPart
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

LONGEST_TEXT = 10_000  # characters


def _programme(viewer: Viewer) -> Q:
    """What the watch writes for itself is read by the programme."""
    return Q() if viewer.holds(Permission.READ_PROGRAMME) else Q(pk__in=[])


class Decision(GuardedPart):
    """What a person decided of an arrival, under which verdict; the latest counts, none is changed afterwards.

    proposed: what the tool proposed; a decision against it has a reason. until: for guards that are waived, say.
    """

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="decisions")
    verdict = models.ForeignKey("arrivals.Verdict", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Disposition.choices)
    proposed = models.CharField(max_length=20, choices=Disposition.choices)
    reason = models.CharField(max_length=LONGEST_WORD, blank=True)
    until = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="arrivals_decision_kind",
                condition=Q(kind__in=Disposition.values, proposed__in=Disposition.values),
                violation_error_message=_("Choose one of the decisions."),
            ),
            models.CheckConstraint(
                name="arrivals_decision_reason",
                condition=Q(kind=models.F("proposed")) | ~Q(reason=""),
                violation_error_message=_("Say why it is decided otherwise than proposed."),
            ),
            models.CheckConstraint(
                name="arrivals_decision_waived",
                condition=~Q(kind=Disposition.GUARDS_WAIVED) | (~Q(reason="") & Q(until__isnull=False)),
                violation_error_message=_("Say why guards are waived, and until when."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arrival_id}: {self.kind}"


class Note(GuardedPart):
    """A word of the watch about an arrival, for the watch."""

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="notes")
    text = models.CharField(max_length=LONGEST_TEXT)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.arrival_id}: {self.text[:40]}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        return _programme(viewer)


class Message(GuardedPart):
    """One message of the thread between the watch and the ship's side; a question of the watch asks for a fact.

    field: the path in the notice that it asks about, "" for a message. link: the secret of the e-mail link, hashed.
    sent_at: when the message with the link was handed over; until then it is tried again.
    answers: the question that it answers. value: what was chosen, where the question offered values.
    """

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="messages")
    side = models.CharField(max_length=5, choices=Side.choices)
    text = models.CharField(max_length=LONGEST_TEXT)
    field = models.CharField(max_length=80, blank=True)
    value = models.CharField(max_length=LONGEST_WORD, blank=True)
    answers = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    sent_to = models.CharField(max_length=254, blank=True)
    link = models.CharField(max_length=64, blank=True)
    link_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    written_as = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["link"],
                condition=~Q(link=""),
                name="arrivals_message_link",
                violation_error_message=_("This link is another question’s."),
            ),
            models.UniqueConstraint(
                fields=["answers"],
                name="arrivals_message_answered_once",
                violation_error_message=_("This question was answered already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arrival_id}: {self.text[:40]}"


class HandOver(Guarded):
    """A watch that was handed over: what happened from when until when, as it was read and added to."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    zone = models.ForeignKey("registry.Zone", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    text = models.TextField(max_length=LONGEST_TEXT, blank=True)
    happened = models.JSONField(default=list)
    handed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    taken_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta(Guarded.Meta):
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="arrivals_handover_span",
                condition=Q(until__gte=models.F("since")),
                violation_error_message=_("A watch ends after it began."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zone_id} {self.until:%Y-%m-%d %H:%M}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        return _programme(viewer)
