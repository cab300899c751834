"""Host units: the Captain of the Port zones and field units that receive delegations, and their calendars."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Mark, Marked

LONGEST_NAME = 150  # characters
LONGEST_WHY = 300
MOST_PLACES, MOST_A_YEAR = 100, 24


class HostUnit(Marked):
    """A unit that hosts, in the zone whose ports it shows. places: in one delegation; shows: codes of topics.

    `uid` is made by the form, so that what is sent twice is kept once.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    zone = models.ForeignKey("registry.Zone", on_delete=models.PROTECT, related_name="+")
    places = models.PositiveSmallIntegerField(_("people in one delegation, at most"), default=12)
    a_year = models.PositiveSmallIntegerField(_("delegations a year, at most"), default=2)
    shows = models.JSONField(_("what it can show"), default=list, blank=True)
    languages = models.CharField(_("languages spoken"), max_length=100, blank=True)
    note = models.TextField(_("what else is worth knowing"), max_length=2_000, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["name", "pk"]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="hosting_unit_within",
                condition=Q(mark__in=(Mark.PROGRAMME, Mark.RESTRICTED)),
                violation_error_message=_("What is kept of a host unit stays within the programme."),
            ),
            models.CheckConstraint(
                name="hosting_unit_places",
                condition=Q(places__gte=1, places__lte=MOST_PLACES, a_year__lte=MOST_A_YEAR),
                violation_error_message=_("A unit takes from 1 to 100 people, and at most 24 delegations a year."),
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(retired_at__isnull=True),
                name="hosting_unit_name",
                violation_error_message=_("There is a host unit of this name."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Busy(GuardedPart):
    """Days on which a unit hosts nobody, both included."""

    owners = ("unit",)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    unit = models.ForeignKey(HostUnit, on_delete=models.CASCADE, related_name="busy")
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("until"))
    why = models.CharField(_("why"), max_length=LONGEST_WHY)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["unit_id", "first_on", "pk"]
        verbose_name_plural = "busy days"
        constraints = [
            models.CheckConstraint(
                name="hosting_busy_days",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("It ends on the day on which it begins, or later."),
            ),
            models.CheckConstraint(
                name="hosting_busy_why",
                condition=~Q(why=""),
                violation_error_message=_("Say why the unit hosts nobody then."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.first_on}"
