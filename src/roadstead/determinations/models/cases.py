"""A case: whom it judges, what it rests on, what its decision does, how it stands."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Marked
from roadstead.determinations.enums import CaseState, Effect, Level, Rests

LONGEST_TITLE = 200  # characters
LONGEST_TEXT = 10_000
LONGEST_WHY = 1_000
LONGEST_SLUG = 80


class Case(Marked):
    """A case. `uid` is made by who opens it, so that a form sent twice opens one.

    procedure: the id of the procedure of the law by which it goes, as it stood when it was opened. edition: the id of
    the edition that carries what it decided, "" until then. source_changed_at: when something it rests on was last
    found changed after it was signed; None where nothing was.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    level = models.CharField(_("what is judged"), max_length=8, choices=Level.choices, default=Level.COUNTRY)
    port = models.ForeignKey("registry.Port", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    effect = models.CharField(_("what it is to do"), max_length=8, choices=Effect.choices, default=Effect.LIST)
    rests = models.CharField(_("what it rests on"), max_length=13, choices=Rests.choices, default=Rests.VISIT)
    procedure = models.CharField(max_length=LONGEST_SLUG)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    finding = models.TextField(_("what was found"), max_length=LONGEST_TEXT, blank=True)
    state = models.CharField(max_length=9, choices=CaseState.choices, default=CaseState.OPEN)
    dropped_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    opened_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    edition = models.CharField(max_length=LONGEST_SLUG, blank=True)
    source_changed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-opened_at", "-pk"]
        indexes = [
            models.Index(fields=["country", "-opened_at"], name="determinations_case_country"),
            models.Index(fields=["state", "-changed_at"], name="determinations_case_state"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="determinations_case_level",
                condition=Q(level=Level.PORT, port__isnull=False) | (~Q(level=Level.PORT) & Q(port__isnull=True)),
                violation_error_message=_("A case about a port names the port; no other does."),
            ),
            models.CheckConstraint(
                name="determinations_case_values",
                condition=Q(level__in=Level.values, effect__in=Effect.values, rests__in=Rests.values)
                & Q(state__in=CaseState.values),
                violation_error_message=_("There is no such kind of case."),
            ),
            models.CheckConstraint(
                name="determinations_case_dropped",
                condition=(Q(state=CaseState.DROPPED) & ~Q(dropped_why=""))
                | (~Q(state=CaseState.DROPPED) & Q(dropped_why="")),
                violation_error_message=_("Say why the case is dropped."),
            ),
            models.CheckConstraint(
                name="determinations_case_published",
                condition=(Q(state=CaseState.PUBLISHED) & ~Q(edition=""))
                | (~Q(state=CaseState.PUBLISHED) & Q(edition="")),
                violation_error_message=_("A published case names its edition; no other does."),
            ),
            models.UniqueConstraint(
                fields=["country", "effect"],
                condition=Q(state=CaseState.OPEN, level=Level.COUNTRY),
                name="determinations_case_one_open",
                violation_error_message=_("There is an open case of this kind for the country already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.effect}: {self.title}"


class CaseFacility(GuardedPart):
    """A facility that a case judges, excepts, or whose exception it withdraws. tier: as the rule book names it."""

    owners = ("case", "facility")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="facilities")
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+")
    tier = models.CharField(max_length=11, default="excepted")

    class Meta(GuardedPart.Meta):
        ordering = ["case_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "facility"],
                name="determinations_facility_once",
                violation_error_message=_("The facility is in the case already."),
            ),
            models.CheckConstraint(
                name="determinations_facility_tier",
                condition=Q(tier__in=("excepted", "duties_only", "carved_out")),
                violation_error_message=_("There is no such kind of exception."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.facility_id)
