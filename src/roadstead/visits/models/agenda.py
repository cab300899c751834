"""The agenda of a visit: its items, and who accepted which revision of them."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.visits.agenda_enums import Block, Side
from roadstead.visits.models.visits import LONGEST_WHY, Visit

LONGEST_TEXT = 1_000  # characters of what an item is for, and of what is to be prepared
LONGEST_PLACE = 200
LONGEST_NAME = 150


class Agenda(GuardedPart):
    """The one agenda of a visit. `version` is raised by every change of any item; each version is kept.

    zone: in which new items are written; language: the host's, beside English, "" for none.
    """

    owners = ("visit",)
    visit = models.OneToOneField(Visit, on_delete=models.CASCADE, related_name="agenda")
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    language = models.CharField(_("the host’s language"), max_length=3, blank=True)
    version = models.PositiveIntegerField(default=0)
    begun_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id"]

    def __str__(self) -> str:
        return f"{self.visit_id} v{self.version}"


class AgendaItem(GuardedPart):
    """One item. Moments are UTC, shown in `zone`. Every change raises `revision`, and voids what was accepted.

    uid is made by the form, so that one sent twice writes once, and names the item in calendars.
    """

    owners = ("agenda",)
    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="items")
    uid = models.UUIDField(unique=True)
    block = models.CharField(_("part"), max_length=10, choices=Block.choices)
    position = models.PositiveSmallIntegerField()
    purpose = models.CharField(_("purpose"), max_length=LONGEST_TEXT)
    purpose_local = models.CharField(max_length=LONGEST_TEXT, blank=True)
    place = models.CharField(_("place"), max_length=LONGEST_PLACE, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    people = models.TextField(_("people, with how to reach them"), max_length=LONGEST_TEXT, blank=True)
    language = models.CharField(_("language spoken"), max_length=60, blank=True)
    prepare = models.CharField(_("what the host is asked to prepare"), max_length=LONGEST_TEXT, blank=True)
    prepare_local = models.CharField(max_length=LONGEST_TEXT, blank=True)
    travel_minutes = models.PositiveSmallIntegerField(_("travel from the item before, minutes"), null=True, blank=True)
    travel_by = models.CharField(_("travel by"), max_length=60, blank=True)
    side = models.CharField(max_length=10, choices=Side.choices)  # who proposed it as it now stands
    by_name = models.CharField(max_length=LONGEST_NAME)
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=LONGEST_WHY, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["agenda_id", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="visits_agenda_item_order",
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                violation_error_message=_("An item ends after it begins."),
            ),
            models.CheckConstraint(
                name="visits_agenda_item_purpose",
                condition=~Q(purpose="") | ~Q(purpose_local=""),
                violation_error_message=_("Say what the item is for."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agenda_id}: {self.uid} r{self.revision}"


class AgendaAcceptance(GuardedPart):
    """A side accepted one revision of an item. It holds while the item has that revision."""

    owners = ("item",)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="acceptances")
    side = models.CharField(max_length=10, choices=Side.choices)
    revision = models.PositiveIntegerField()
    name = models.CharField(max_length=LONGEST_NAME)
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    link = models.ForeignKey("visits.AgendaLink", on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["item_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "side", "revision"],
                name="visits_agenda_accepted_once",
                violation_error_message=_("This side has accepted the item already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.item_id} r{self.revision} {self.side}"
