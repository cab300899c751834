"""Versions of an agenda, and the two who agreed one of them as a whole."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.visits.agenda_enums import Side
from roadstead.visits.models.agenda import LONGEST_NAME, Agenda


class AgendaVersion(GuardedPart):
    """The whole agenda as it stood after a change, with the digest that an agreement is bound to."""

    owners = ("agenda",)
    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    digest = models.CharField(max_length=71)
    side = models.CharField(max_length=10, choices=Side.choices)
    name = models.CharField(max_length=LONGEST_NAME)
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["agenda_id", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "number"],
                name="visits_agenda_version_once",
                violation_error_message=_("Somebody changed the agenda at the same moment. Send it again."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.agenda_id} v{self.number}"


class AgendaAgreement(GuardedPart):
    """A named person of a side agreed one version as a whole; void as soon as an item changes."""

    owners = ("version",)
    version = models.ForeignKey(AgendaVersion, on_delete=models.PROTECT, related_name="agreements")
    digest = models.CharField(max_length=71)
    side = models.CharField(max_length=10, choices=Side.choices)
    name = models.CharField(max_length=LONGEST_NAME)
    office = models.CharField(_("office"), max_length=LONGEST_NAME, blank=True)
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    link = models.ForeignKey("visits.AgendaLink", on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
    void_at = models.DateTimeField(null=True)

    class Meta(GuardedPart.Meta):
        ordering = ["version_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "side"],
                condition=Q(void_at__isnull=True),
                name="visits_agenda_agreed_once",
                violation_error_message=_("This side has agreed this version already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.side}"
