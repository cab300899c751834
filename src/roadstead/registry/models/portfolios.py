"""Who answers for which country, from where, from when until when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.registry.enums import AssignmentKind
from roadstead.registry.models.parts import in_order

LONGEST_WHY = 300  # characters


class Post(models.Model):
    """A place where liaison officers are stationed; posts move, so each has its time.

    former: no longer a post as far as is known, whether or not a source says since when.
    """

    code = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(_("name"), max_length=100)
    place = models.CharField(_("place"), max_length=100)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(_("since"), null=True, blank=True)
    valid_until = models.DateField(_("until"), null=True, blank=True)
    former = models.BooleanField(_("no longer a post"), default=False)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [in_order("registry_post_order", "valid_from", "valid_until")]

    def __str__(self) -> str:
        return f"{self.name}, {self.place}"


class Assignment(models.Model):
    """An officer answers for a country: from a day, until the day before another. Days are UTC days.

    Two responsible officers for one day are refused by the database (see `registry.guards`). grant: the role of liaison
    officer for the country and this time, which comes with it; None where the time was over when it was written.
    """

    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=12, choices=AssignmentKind.choices, default=AssignmentKind.RESPONSIBLE)
    valid_from = models.DateField(_("from"))
    valid_until = models.DateField(_("until, that day not included"), null=True, blank=True)
    why = models.CharField(max_length=LONGEST_WHY)
    given_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    grant = models.ForeignKey("accounts.Grant", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["country", "-valid_from", "-pk"]
        indexes = [
            models.Index(fields=["country", "kind", "valid_from"], name="registry_assignment_country"),
            models.Index(fields=["officer", "valid_from"], name="registry_assignment_officer"),
        ]
        constraints = [
            in_order("registry_assignment_order", "valid_from", "valid_until"),
            models.CheckConstraint(
                name="registry_assignment_kind",
                condition=Q(kind__in=AssignmentKind.values),
                violation_error_message=_("An officer is responsible, or covers for one."),
            ),
            models.CheckConstraint(
                name="registry_assignment_cover_ends",
                condition=Q(kind=AssignmentKind.RESPONSIBLE) | Q(valid_until__isnull=False),
                violation_error_message=_("A cover has a last day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.officer_id} {self.valid_from}"


class HandOver(models.Model):
    """A portfolio that went from one officer to another, with what was open at that moment.

    open: [{"country": "NG", "text": …, "url": …}], as `registry.open_items` found it.
    """

    giver = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    countries = models.JSONField()
    on = models.DateField(_("from this day on"))
    open = models.JSONField(_("what is open"), default=list)
    note = models.TextField(_("what the new officer should know"), blank=True, max_length=4_000)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_at = models.DateTimeField(_("read by the new officer"), null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.giver_id} to {self.taker_id} on {self.on}"
