"""People whom an authority nominates, what became of them, and the certificates that they were given."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded, GuardedPart
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.training.enums import NominationState
from roadstead.training.models.offerings import LONGEST_TITLE, LONGEST_WHY, Offering


class Nomination(Guarded):
    """One person for one offering: a name, a position, a workplace, and nothing else of the person.

    Who runs training reads it, and the authority that nominates; nobody else, of the programme neither.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    offering = models.ForeignKey(Offering, on_delete=models.PROTECT, related_name="nominations")
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name, as it stands on the certificate"), max_length=LONGEST_TITLE)
    position = models.CharField(_("position"), max_length=LONGEST_TITLE)
    workplace = models.CharField(_("authority or facility"), max_length=LONGEST_TITLE)
    language = models.CharField(_("languages"), max_length=LONGEST_TITLE, blank=True)
    needs = models.CharField(_("what the person needs to take part"), max_length=LONGEST_WHY, blank=True)
    state = models.CharField(max_length=9, choices=NominationState.choices, default=NominationState.NOMINATED)
    why = models.CharField(_("why"), max_length=LONGEST_WHY, blank=True)
    waiting = models.PositiveIntegerField(_("place on the waiting list"), null=True, blank=True)
    useful = models.PositiveSmallIntegerField(_("how useful"), null=True, blank=True)
    said = models.TextField(_("what is said of the course"), max_length=LONGEST_WHY, blank=True)
    nominated_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    nominated_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Guarded.Meta):
        ordering = ["offering_id", "pk"]
        indexes = [models.Index(fields=["country", "state"], name="training_nomination_country")]
        constraints = [
            models.CheckConstraint(
                name="training_nomination_state_known",
                condition=Q(state__in=NominationState.values),
                violation_error_message=_("A nomination has no such state."),
            ),
            models.CheckConstraint(
                name="training_nomination_waiting",
                condition=Q(state=NominationState.WAITING, waiting__isnull=False)
                | (~Q(state=NominationState.WAITING) & Q(waiting__isnull=True)),
                violation_error_message=_("Who waits has a place on the list."),
            ),
            models.CheckConstraint(
                name="training_nomination_useful",
                condition=Q(useful__isnull=True) | Q(useful__gte=1, useful__lte=5),
                violation_error_message=_("Say how useful it was, from 1 to 5."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.offering_id} {self.pk}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Who runs training, and who nominates for the State; nobody besides."""
        if viewer.holds(Permission.KEEP_TRAINING):
            return Q(pk__gt=0)
        own = viewer.reach(Permission.NOMINATE_FOR_TRAINING, ScopeKind.COUNTRY)
        return Q(pk__gt=0) if own is None else Q(country__in=sorted(own))


class Certificate(GuardedPart):
    """What a delegate was given. code: by which anybody holds it against the record; read by who reads the delegate."""

    owners = ("nomination",)
    nomination = models.OneToOneField(Nomination, on_delete=models.PROTECT, related_name="certificate")
    code = models.CharField(max_length=24, unique=True)
    name = models.CharField(max_length=LONGEST_TITLE)
    given_on = models.DateField()
    given_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    revoked_on = models.DateField(null=True, blank=True)
    revoked_why = models.CharField(max_length=LONGEST_WHY, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="training_certificate_revoked",
                condition=Q(revoked_on__isnull=True, revoked_why="")
                | (Q(revoked_on__isnull=False) & ~Q(revoked_why="")),
                violation_error_message=_("Say why it is revoked."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
