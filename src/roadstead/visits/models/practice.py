"""Best practice: written once, and shared without where it came from."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models.observations import Observation
from roadstead.visits.models.own import shared_around
from roadstead.visits.models.visits import LONGEST_WHY

LONGEST_PRACTICE = 10_000  # characters


class BestPractice(Marked):
    """A best practice. origin_…: where it was seen, for the programme alone; elements, cargo: codes it is tagged by.

    It is released once its host has agreed: the mark alone, without the consent, is refused by the database.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), max_length=LONGEST_PRACTICE)
    elements: Any = models.JSONField(_("elements"), default=list)
    cargo: Any = models.JSONField(_("kinds of cargo"), default=list, blank=True)
    origin = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    origin_facility = models.ForeignKey(
        "registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    origin_observation = models.ForeignKey(
        Observation, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    consent_by = models.CharField(_("who agreed for the host"), max_length=150, blank=True)
    consent_on = models.DateField(_("agreed on"), null=True, blank=True)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["title", "pk"]
        verbose_name_plural = "best practice"
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="visits_best_practice_consent",
                condition=~Q(mark__in=(Mark.PUBLIC, Mark.PARTNER)) | (~Q(consent_by="") & Q(consent_on__isnull=False)),
                violation_error_message=_("It is released once its host has agreed: say who, and when."),
            ),
            models.CheckConstraint(
                name="visits_best_practice_withdrawn",
                condition=Q(withdrawn_at__isnull=True, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
                violation_error_message=_("Say why it is withdrawn."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """As its mark says; what was shared with a State is for the security officers of its facilities, too."""
        return super().visible(viewer) | shared_around(cls, viewer)
