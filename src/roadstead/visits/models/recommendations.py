"""Recommendations of either side to the other, how they go on, and what the next visit found of them."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Marked
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models.observations import LONGEST_OBSERVATION, Observation
from roadstead.visits.models.own import at_own_facility
from roadstead.visits.models.visits import LONGEST_WHY, Visit
from roadstead.visits.observed_enums import Found, RecommendationState, Side

S = RecommendationState


class Recommendation(Marked):
    """A recommendation. toward: the side that is to act; the other has made it, and closes it.

    before, after: how it was and how it is, for the review at the next visit. owner: who sees to it, in words; where
    that person is known here, owner_contact or owner_user says who it is.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    toward = models.CharField(_("to"), max_length=9, choices=Side.choices, default=Side.HOST)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField(_("what is recommended"), max_length=LONGEST_OBSERVATION)
    owner = models.CharField(_("who sees to it"), max_length=150)
    owner_contact = models.ForeignKey(
        "engagement.Contact", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    owner_user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    due_on = models.DateField(_("due"))
    before = models.TextField(_("how it was"), max_length=LONGEST_OBSERVATION, blank=True)
    after = models.TextField(_("how it is"), max_length=LONGEST_OBSERVATION, blank=True)
    state = models.CharField(max_length=11, choices=S.choices, default=S.OPEN)
    withdrawn_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    made_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    done_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["country", "state", "due_on"], name="visits_recommendation_open"),
            models.Index(fields=["state", "due_on"], name="visits_recommendation_due"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="visits_recommendation_state",
                condition=Q(state__in=S.values),
                violation_error_message=_("There is no such state of a recommendation."),
            ),
            models.CheckConstraint(
                name="visits_recommendation_second_person",
                condition=~Q(state=S.CLOSED)
                | Q(done_by__isnull=False, ended_by__isnull=False) & ~Q(ended_by=F("done_by")),
                violation_error_message=_("A recommendation is closed by another person than who said it is done."),
            ),
            models.CheckConstraint(
                name="visits_recommendation_ended",
                condition=Q(state__in=(S.CLOSED, S.WITHDRAWN), ended_at__isnull=False, ended_by__isnull=False)
                | Q(state__in=(S.OPEN, S.IN_PROGRESS, S.DONE), ended_at__isnull=True, ended_by__isnull=True),
                violation_error_message=_("What has ended says when and by whom."),
            ),
            models.CheckConstraint(
                name="visits_recommendation_one_owner",
                condition=Q(owner_contact__isnull=True) | Q(owner_user__isnull=True),
                violation_error_message=_("One person sees to a recommendation."),
            ),
            models.CheckConstraint(
                name="visits_recommendation_withdrawn",
                condition=(Q(state=S.WITHDRAWN) & ~Q(withdrawn_why="")) | (~Q(state=S.WITHDRAWN) & Q(withdrawn_why="")),
                violation_error_message=_("Say why it is withdrawn."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """As its mark says; what is recommended for a facility is its own security officer’s to read, too."""
        return super().visible(viewer) | at_own_facility(cls, viewer)


class Progress(GuardedPart):
    """An entry of how a recommendation goes on, with the state that it led to. uid: of the form that told it."""

    owners = ("recommendation",)
    uid = models.UUIDField(unique=True, editable=False, null=True)
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="progress")
    text = models.CharField(max_length=2_000, blank=True)
    before = models.CharField(max_length=11, choices=S.choices)
    after = models.CharField(max_length=11, choices=S.choices)
    side = models.CharField(max_length=9, choices=Side.choices)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["recommendation_id", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Review(GuardedPart):
    """What a later visit found of a recommendation."""

    owners = ("recommendation", "visit")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="reviews")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="+")
    found = models.CharField(max_length=13, choices=Found.choices, default=Found.NOT_LOOKED_AT)
    before = models.TextField(max_length=LONGEST_OBSERVATION, blank=True)
    after = models.TextField(max_length=LONGEST_OBSERVATION, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "recommendation_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "recommendation"],
                name="visits_review_once",
                violation_error_message=_("This visit has reviewed it already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.found}"
