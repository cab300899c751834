"""A self-assessment: a questionnaire that a State, or one of its facilities, fills in about itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.enums import AskedOf, State
from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import own_facilities

LONGEST_OCCASION = 200  # characters
LONGEST_WHY = 300


class SelfAssessment(Marked):
    """What a State or a facility says of itself. `uid` is made by the form, so that what is sent twice is begun once.

    versions: {instrument: version} as of which its questions were taken; they stay with it, whatever is new since.
    """

    uid = models.UUIDField(unique=True, editable=False)
    asked_of = models.CharField(_("of whom"), max_length=10, choices=AskedOf.choices)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    occasion = models.CharField(_("what it is for"), max_length=LONGEST_OCCASION, blank=True)
    versions = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    begun_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    submitted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(_("why it was withdrawn"), max_length=LONGEST_WHY, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["country", "state"], name="assessments_self_country"),
            models.Index(fields=["facility", "state"], name="assessments_self_facility"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="assessments_self_mark",
                condition=Q(mark=Mark.PARTNER),
                violation_error_message=_("A self-assessment is shared with its own State, and with nobody else."),
            ),
            models.CheckConstraint(
                name="assessments_self_asked_of",
                condition=Q(asked_of=AskedOf.FACILITY, facility__isnull=False)
                | Q(asked_of=AskedOf.GOVERNMENT, facility__isnull=True),
                violation_error_message=_("That of a facility names it; that of a government names none."),
            ),
            models.CheckConstraint(
                name="assessments_self_state",
                condition=Q(state__in=State.values),
                violation_error_message=_("A self-assessment has no such state."),
            ),
            models.CheckConstraint(
                name="assessments_self_submitted",
                condition=Q(state__in=(State.DRAFT, State.WITHDRAWN))
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                violation_error_message=_("What was submitted says by whom and when."),
            ),
            models.CheckConstraint(
                name="assessments_self_ended",
                condition=Q(state__in=(State.VALIDATED, State.WITHDRAWN), ended_at__isnull=False)
                | (~Q(state__in=(State.VALIDATED, State.WITHDRAWN)) & Q(ended_at__isnull=True)),
                violation_error_message=_("What has ended says when."),
            ),
            models.CheckConstraint(
                name="assessments_self_withdrawn",
                condition=~Q(state=State.WITHDRAWN) | ~Q(withdrawn_why=""),
                violation_error_message=_("Say why it is withdrawn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.asked_of} {self.pk}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """The programme reads all; a State its own, whatever a mark names; a facility’s officer that facility’s."""
        seen = super().visible(viewer)
        if viewer.holds(Permission.READ_PROGRAMME):
            return seen
        states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
        seen = seen if states is None else seen & Q(country__in=sorted(states))
        own = viewer.reach(Permission.READ_OWN_FACILITY, ScopeKind.FACILITY)
        return seen | Q(facility__in=own_facilities(viewer).order_by().values("pk")) if own else seen
