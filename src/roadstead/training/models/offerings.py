"""Offerings: a course of the catalogue at a place, on days, with places."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import Marked
from roadstead.training.enums import OfferingState

LONGEST_CODE = 40  # characters
LONGEST_TITLE = 200
LONGEST_WHY = 1_000
LONGEST_TEXT = 5_000
MOST_SEATS = 2_000


class Offering(Marked):
    """A course that is offered. `uid` is made by who writes it, so that a form sent twice writes once.

    title: what it is called where the catalogue's title says too little; body: who organises it, a code of the
    catalogue; paid_by: who pays, in words, "" where that is not known; language: in words, "" where not known.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    course = models.CharField(_("course"), max_length=LONGEST_CODE)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE, blank=True)
    body = models.CharField(_("organised by"), max_length=LONGEST_CODE)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    place = models.CharField(_("place"), max_length=LONGEST_TITLE)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    seats = models.PositiveIntegerField(_("places"))
    nominate_by = models.DateField(_("nominations until"))
    language = models.CharField(_("language"), max_length=LONGEST_TITLE, blank=True)
    paid_by = models.CharField(_("who pays"), max_length=LONGEST_TITLE, blank=True)
    note = models.TextField(_("what delegates should know"), max_length=LONGEST_TEXT, blank=True)
    state = models.CharField(max_length=9, choices=OfferingState.choices, default=OfferingState.PLANNED)
    state_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    made_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["first_on", "pk"]
        indexes = [
            models.Index(fields=["first_on", "state"], name="training_offering_first"),
            models.Index(fields=["course", "state"], name="training_offering_course"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="training_offering_days",
                condition=Q(last_on__gte=F("first_on")),
                violation_error_message=_("The last day is not before the first."),
            ),
            models.CheckConstraint(
                name="training_offering_deadline",
                condition=Q(nominate_by__lte=F("first_on")),
                violation_error_message=_("Nominations end before the course begins."),
            ),
            models.CheckConstraint(
                name="training_offering_seats",
                condition=Q(seats__gte=1, seats__lte=MOST_SEATS),
                violation_error_message=_("An offering has at least one place."),
            ),
            models.CheckConstraint(
                name="training_offering_state_known",
                condition=Q(state__in=OfferingState.values),
                violation_error_message=_("An offering has no such state."),
            ),
            models.CheckConstraint(
                name="training_offering_cancelled",
                condition=~Q(state=OfferingState.CANCELLED) | ~Q(state_why=""),
                violation_error_message=_("Say why it is cancelled."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course} {self.first_on}"
