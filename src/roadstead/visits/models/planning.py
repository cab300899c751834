"""What stands beside visits: others' visits to the same country, and why a clock stands still."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Marked
from roadstead.visits.enums import Answer, Clock
from roadstead.visits.models.visits import LONGEST_WHY, Visit


class OtherVisit(Marked):
    """A visit that an embassy or another agency plans to a country, told so that both see it.

    `uid` is made by the form that tells of it, so that one sent twice tells once.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    agency = models.CharField(_("agency"), max_length=150)
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    purpose = models.CharField(_("purpose"), max_length=300)
    places = models.CharField(_("places"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["first_on", "pk"]
        indexes = [models.Index(fields=["country", "first_on"], name="visits_other_country")]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="visits_other_days",
                condition=Q(last_on__gte=models.F("first_on")),
                violation_error_message=_("A visit ends on the day on which it begins, or later."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.country_id} {self.first_on}"


class Deconfliction(GuardedPart):
    """What was made of a visit and another's near it: go together, combine, move, or both as planned."""

    owners = ("visit", "other")
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="deconflictions")
    other = models.ForeignKey(OtherVisit, on_delete=models.PROTECT, related_name="deconflictions")
    answer = models.CharField(max_length=8, choices=Answer.choices, default=Answer.WAITING)
    why = models.CharField(max_length=LONGEST_WHY, blank=True)
    answered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "other"],
                name="visits_deconfliction_once",
                violation_error_message=_("These two were held against each other already."),
            ),
            models.CheckConstraint(
                name="visits_deconfliction_answered",
                condition=Q(answer=Answer.WAITING) | Q(answered_by__isnull=False, answered_at__isnull=False),
                violation_error_message=_("An answer says by whom and when."),
            ),
            models.CheckConstraint(
                name="visits_deconfliction_why",
                condition=~Q(answer=Answer.APART) | ~Q(why=""),
                violation_error_message=_("Say why both stay as planned."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.other_id} {self.answer}"


class Suspension(models.Model):
    """Why a clock of a country stands still: travel stopped, no access. An open end lasts."""

    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    clock = models.CharField(max_length=10, choices=Clock.choices)
    since = models.DateField(_("from"))
    until = models.DateField(_("until, that day not included"), null=True, blank=True)
    why = models.CharField(max_length=LONGEST_WHY)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-since", "-pk"]
        indexes = [models.Index(fields=["country", "clock", "-since"], name="visits_suspension_country")]
        constraints = [
            models.CheckConstraint(
                name="visits_suspension_order",
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")),
                violation_error_message=_("It ends after it begins."),
            ),
            models.CheckConstraint(
                name="visits_suspension_why",
                condition=~Q(why=""),
                violation_error_message=_("Say why it stands still."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.clock} {self.since}"
