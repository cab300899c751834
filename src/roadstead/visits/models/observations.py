"""Observations: a shortfall with its reference, a strength, or what goes beyond the Code."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import Marked
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models.observed import LONGEST_ELEMENT
from roadstead.visits.models.own import at_own_facility
from roadstead.visits.models.visits import LONGEST_WHY, Visit
from roadstead.visits.observed_enums import ObservationKind, ObservationState

LONGEST_OBSERVATION = 5_000  # characters
LONGEST_REFERENCE = 60


class Observation(Marked):
    """What was observed on a visit. `uid` is made by who writes it; states (of the mark): whom it was shared with."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="+")
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=9, choices=ObservationKind.choices)
    element = models.CharField(_("element"), max_length=LONGEST_ELEMENT, blank=True)
    reference = models.CharField(_("ISPS reference"), max_length=LONGEST_REFERENCE, blank=True)
    text = models.TextField(_("what was observed"), max_length=LONGEST_OBSERVATION)
    remark = models.TextField(_("the host’s remark"), max_length=LONGEST_OBSERVATION, blank=True)
    noted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=ObservationState.choices, default=ObservationState.STANDS)
    state_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-noted_at", "-pk"]
        indexes = [
            models.Index(fields=["country", "-noted_at"], name="visits_observation_country"),
            models.Index(fields=["visit", "kind"], name="visits_observation_visit"),
            models.Index(fields=["facility", "state"], name="visits_observation_facility"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="visits_observation_kind",
                condition=Q(kind__in=ObservationKind.values),
                violation_error_message=_("An observation is a shortfall, a strength, or beyond the Code."),
            ),
            models.CheckConstraint(
                name="visits_observation_reference",
                condition=~Q(kind=ObservationKind.SHORTFALL) | ~Q(reference=""),
                violation_error_message=_("A shortfall has its ISPS reference."),
            ),
            models.CheckConstraint(
                name="visits_observation_settled",
                condition=~Q(state=ObservationState.SETTLED) | Q(kind=ObservationKind.SHORTFALL),
                violation_error_message=_("Only a shortfall is settled."),
            ),
            models.CheckConstraint(
                name="visits_observation_why",
                condition=Q(state=ObservationState.STANDS) | ~Q(state_why=""),
                violation_error_message=_("Say why."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """As its mark says; what was shared about a facility is its own security officer’s to read, too."""
        return super().visible(viewer) | at_own_facility(cls, viewer)

    @property
    def counts_against(self) -> bool:
        """Whether it weighs against: a shortfall that stands."""
        return ObservationKind(self.kind).counts_against and self.state == ObservationState.STANDS
