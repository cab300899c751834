"""The closing of a shortfall that was shared with its host: how far it is, and who looked at it."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.closure_enums import ClosureState
from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import own_facilities

LONGEST_WANTED = 2_000  # characters
LONGEST_WHY = 1_000


class Closure(Marked):
    """The room of one shortfall. It has a mark of its own, since the observation may be shared with other States too.

    wanted: which evidence closes it, in the programme's words; "" where nobody said it yet. state_why: why it was
    last opened again. looked_by and closed_by are two people of the programme.
    """

    observation = models.OneToOneField("visits.Observation", on_delete=models.PROTECT, related_name="+")
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    wanted = models.TextField(_("evidence that closes it"), max_length=LONGEST_WANTED, blank=True)
    state = models.CharField(max_length=11, choices=ClosureState.choices, default=ClosureState.OPEN)
    state_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    said_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["country", "state"], name="assessments_closure_country")]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="assessments_closure_own",
                condition=Q(mark=Mark.PARTNER),
                violation_error_message=_("The closing of a shortfall is between its State and the programme."),
            ),
            models.CheckConstraint(
                name="assessments_closure_said",
                condition=Q(state=ClosureState.OPEN, said_by__isnull=True, said_at__isnull=True)
                | (Q(said_by__isnull=False, said_at__isnull=False) & ~Q(state=ClosureState.OPEN)),
                violation_error_message=_(
                    "What is said to be closed says by whom and when; what is open says neither."
                ),
            ),
            models.CheckConstraint(
                name="assessments_closure_looked",
                condition=Q(
                    state__in=(ClosureState.OPEN, ClosureState.SAID_CLOSED),
                    looked_by__isnull=True,
                    looked_at__isnull=True,
                )
                | Q(
                    state__in=(ClosureState.LOOKED_AT, ClosureState.CLOSED),
                    looked_by__isnull=False,
                    looked_at__isnull=False,
                ),
                violation_error_message=_("What was looked at says by whom and when."),
            ),
            models.CheckConstraint(
                name="assessments_closure_closed",
                condition=Q(state=ClosureState.CLOSED, closed_by__isnull=False, closed_at__isnull=False)
                | (~Q(state=ClosureState.CLOSED) & Q(closed_by__isnull=True, closed_at__isnull=True)),
                violation_error_message=_("What is closed says by whom and when."),
            ),
            models.CheckConstraint(
                name="assessments_closure_second_person",
                condition=Q(closed_by__isnull=True) | (~Q(closed_by=F("looked_by")) & ~Q(closed_by=F("said_by"))),
                violation_error_message=_("A shortfall is closed by a second person of the programme."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.state} {self.observation_id}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Who may read the observation, within the programme, its own State, and the facility that it is about."""
        observation: Any = cls._meta.get_field("observation").related_model
        readable = observation._default_manager.visible_to(viewer).order_by()
        seen = Q(observation__in=readable.values("pk"))
        if viewer.holds(Permission.READ_PROGRAMME) or viewer.may(Permission.READ_RESTRICTED):
            return seen
        states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
        own = Q(pk__gt=0) if states is None else Q(country__in=sorted(states))
        if viewer.reach(Permission.READ_OWN_FACILITY, ScopeKind.FACILITY):
            mine = own_facilities(viewer).order_by().values("pk")
            own |= Q(observation__in=readable.filter(facility__in=mine).values("pk"))
        return seen & own
