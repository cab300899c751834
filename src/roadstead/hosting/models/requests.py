"""A request for a reciprocal visit: what a country wants to see, and how it stands."""

from functools import reduce
from operator import or_
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Mark, Marked
from roadstead.hosting.enums import AHEAD, TOOK_PLACE, WAYS, Origin, State

LONGEST_AIMS = 2_000  # characters
LONGEST_WHY = 300
LONGEST_NAME = 150
MOST_PEOPLE = 60
MOST_DAYS = 30


class HostingRequest(Marked):
    """A request. `uid` is made by the form, so that what is sent twice is asked once.

    topics: codes; earliest, latest: between which the delegation can come; days: how long. first_on, last_on: the days
    that were agreed, or on which it took place; visit: its programme, on the machinery of visits.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(_("how it came"), max_length=10, choices=Origin.choices)
    aims = models.TextField(_("what it is to bring about"), max_length=LONGEST_AIMS)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    size = models.PositiveSmallIntegerField(_("people"), null=True, blank=True)
    languages = models.CharField(_("languages"), max_length=100, blank=True)
    earliest = models.DateField(_("not before"), null=True, blank=True)
    latest = models.DateField(_("not after"), null=True, blank=True)
    days = models.PositiveSmallIntegerField(_("days"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    state_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    first_on = models.DateField(_("first day"), null=True, blank=True)
    last_on = models.DateField(_("last day"), null=True, blank=True)
    visit = models.OneToOneField("visits.Visit", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    follow_up = models.ForeignKey(
        "engagement.Interaction", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["country", "state"], name="hosting_request_country"),
            models.Index(fields=["state", "first_on"], name="hosting_request_state"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="hosting_request_state_known",
                condition=Q(state__in=State.values) & Q(origin__in=Origin.values),
                violation_error_message=_("A request has no such state."),
            ),
            models.CheckConstraint(
                name="hosting_request_not_public",
                condition=~Q(mark=Mark.PUBLIC),
                violation_error_message=_("A request is the programme’s and its own State’s, and nobody else’s."),
            ),
            models.CheckConstraint(
                name="hosting_request_window",
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(latest__gte=F("earliest")),
                violation_error_message=_("The last day that suits lies before the first."),
            ),
            models.CheckConstraint(
                name="hosting_request_days",
                condition=Q(first_on__isnull=True, last_on__isnull=True)
                | Q(first_on__isnull=False, last_on__gte=F("first_on")),
                violation_error_message=_("A visit ends on the day on which it begins, or later."),
            ),
            models.CheckConstraint(
                name="hosting_request_planned",
                condition=~Q(state__in=(State.PLANNED, *TOOK_PLACE)) | Q(first_on__isnull=False),
                violation_error_message=_("What is planned, or took place, has its days."),
            ),
            models.CheckConstraint(
                name="hosting_request_programme",
                condition=~Q(state=State.PLANNED) | Q(visit__isnull=False),
                violation_error_message=_("What is planned has its programme."),
            ),
            models.CheckConstraint(
                name="hosting_request_ended",
                condition=~Q(state__in=(State.DECLINED, State.WITHDRAWN)) | ~Q(state_why=""),
                violation_error_message=_("Say why it does not take place."),
            ),
            models.CheckConstraint(
                name="hosting_request_size",
                condition=Q(size__isnull=True) | Q(size__gte=1, size__lte=MOST_PEOPLE),
                violation_error_message=_("A delegation has from 1 to 60 people."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.state} {self.pk}"

    @property
    def open(self) -> bool:
        """Whether the visit is still to come."""
        return self.state in AHEAD


class Asker(GuardedPart):
    """Who asked: the same visit may be asked for by the authority, the embassy and the officer.

    said: what a later one asked otherwise, {field: value}, kept beside the request.
    """

    owners = ("request",)
    uid = models.UUIDField(unique=True, editable=False)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="askers")
    origin = models.CharField(max_length=10, choices=Origin.choices)
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    office = models.CharField(_("office"), max_length=LONGEST_NAME, blank=True)
    said = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "pk"]

    def __str__(self) -> str:
        return f"{self.request_id} {self.origin}"


class Move(GuardedPart):
    """A change of state, mirrored beside the record of what was done."""

    owners = ("request",)
    request = models.ForeignKey(HostingRequest, on_delete=models.CASCADE, related_name="moves")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10, choices=State.choices)
    why = models.CharField(max_length=LONGEST_WHY, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(max_length=LONGEST_NAME)
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="hosting_move_way",
                condition=reduce(or_, (Q(before=before, after=after) for before, after in WAYS)),
                violation_error_message=_("A request does not go this way."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
