"""A visit to a country: when, who, where, and how it stands."""

from functools import reduce
from operator import or_
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Marked
from roadstead.visits.enums import WAYS, Clearance, Purpose, TeamRole, VisitKind, VisitState
from roadstead.visits.models.visit_states import STATES_ASK

LONGEST_WHY = 300  # characters
LONGEST_TITLE = 200


class Visit(Marked):
    """A visit. `uid` is made by who proposes it, so that a form sent twice proposes once.

    Days are local, both included; states (of the mark): those it is shared with; `revision` is raised by every change
    of its own fields. What each state asks for is in `constraints`, the ways between them in `state_guard`.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=VisitKind.choices)
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose.choices, default=Purpose.ROUTINE)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE, blank=True)
    aim = models.TextField(_("what it is to bring about"), max_length=2_000, blank=True)
    benefit = models.TextField(_("benefit to the host"), max_length=2_000, blank=True)
    first_on = models.DateField(_("first day"), null=True, blank=True)
    last_on = models.DateField(_("last day"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=VisitState.choices, default=VisitState.PROPOSED)
    cancelled_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    clearance = models.CharField(
        _("country clearance"), max_length=10, choices=Clearance.choices, default=Clearance.NOT_ASKED
    )
    clearance_on = models.DateField(_("since"), null=True, blank=True)
    clearance_note = models.CharField(_("reference or reason"), max_length=LONGEST_WHY, blank=True)
    redundancy = models.TextField(_("so that nobody comes twice"), max_length=2_000, blank=True)
    unasked_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    deconflicted_at = models.DateTimeField(null=True, blank=True)
    deconflicted_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    notice_on = models.DateField(_("notice given to the host on"), null=True, blank=True)
    lead = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    follows = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-first_on", "-pk"]
        indexes = [
            models.Index(fields=["country", "-first_on"], name="visits_visit_country"),
            models.Index(fields=["state", "first_on"], name="visits_visit_state"),
            models.Index(fields=["lead", "first_on"], name="visits_visit_lead"),
        ]
        constraints = [*Marked.Meta.constraints, *STATES_ASK]

    def __str__(self) -> str:
        return f"{self.country_id} {self.first_on or ''} {self.kind}"


class TeamMember(GuardedPart):
    """Somebody of the team: with an account, or by name and agency."""

    owners = ("visit",)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="team")
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    agency = models.CharField(_("agency"), max_length=150, blank=True)
    role = models.CharField(_("part"), max_length=8, choices=TeamRole.choices, default=TeamRole.MEMBER)

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="visits_member_named",
                condition=Q(person__isnull=False) | ~Q(name=""),
                violation_error_message=_("Name the member of the team."),
            ),
            models.UniqueConstraint(
                fields=["visit", "person"],
                condition=Q(person__isnull=False),
                name="visits_member_once",
                violation_error_message=_("This person is in the team already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.person_id)


class Leg(GuardedPart):
    """A stay at one place of the visit: a port, or a place by name; its facilities are those to be toured."""

    owners = ("visit",)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="legs")
    position = models.PositiveSmallIntegerField()
    port = models.ForeignKey("registry.Port", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    place = models.CharField(_("place"), max_length=150, blank=True)
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("until"))
    travel_minutes = models.PositiveIntegerField(_("travel from the place before, minutes"), null=True, blank=True)
    travel_by = models.CharField(_("travel by"), max_length=60, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "position"],
                name="visits_leg_position",
                violation_error_message=_("Two legs have one place in the order."),
            ),
            models.CheckConstraint(
                name="visits_leg_somewhere",
                condition=Q(port__isnull=False) | ~Q(place=""),
                violation_error_message=_("Say where this leg is."),
            ),
            models.CheckConstraint(
                name="visits_leg_days",
                condition=Q(last_on__gte=models.F("first_on")),
                violation_error_message=_("A leg ends on the day on which it begins, or later."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.port_id or self.place}"


class LegFacility(GuardedPart):
    """A facility that is toured on a leg."""

    owners = ("leg", "facility")
    # They are taken away before their leg is: reading them for a cascade would be reading for nobody.
    leg = models.ForeignKey(Leg, on_delete=models.DO_NOTHING, related_name="facilities")
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+")

    class Meta(GuardedPart.Meta):
        ordering = ["leg_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg", "facility"],
                name="visits_leg_facility_once",
                violation_error_message=_("The facility is on this leg already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.facility_id)


class VisitStep(GuardedPart):
    """A change of state, mirrored beside the record of what was done, for lists and clocks."""

    owners = ("visit",)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="steps")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10, choices=VisitState.choices)
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=LONGEST_WHY, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="visits_step_way",
                condition=reduce(or_, (Q(before=before, after=after) for before, after in WAYS)),
                violation_error_message=_("A visit does not go this way."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
