"""What is typed on a visit: notes that merge field by field, and answers to the checklist."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models.visits import Visit
from roadstead.visits.observed_enums import Looked

LONGEST_NOTE = 10_000  # characters
LONGEST_ELEMENT = 10


def of_visit(viewer: Viewer) -> Q:
    """What belongs to a visit that a viewer may read, within the programme: a host sees the visit, not its notes."""
    if not viewer.holds(Permission.READ_PROGRAMME):
        return Q(pk__in=())
    return Q(visit__in=Visit.objects.visible_to(viewer).order_by().values("pk"))


class VisitNote(Marked):
    """A note of a visit. `uid` is made by the device, so that what is sent twice is there once.

    stamps: {field: {"revision": n, "device": instant as the device had it, "at": the same by the server's clock,
    "server": when it came, "by": person}}. A field sent late is merged by `at`.
    """

    uid = models.UUIDField(unique=True, editable=False)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="notes")
    element = models.CharField(_("element"), max_length=LONGEST_ELEMENT, blank=True)
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField(_("note"), max_length=LONGEST_NOTE, blank=True)
    remark = models.TextField(_("the host’s remark"), max_length=LONGEST_NOTE, blank=True)
    stamps: Any = models.JSONField(default=dict)
    begun_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    device_at = models.DateTimeField(_("begun, by the device’s clock"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["begun_at", "pk"]
        indexes = [models.Index(fields=["visit", "begun_at"], name="visits_note_visit")]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="visits_note_within",
                condition=Q(mark__in=(Mark.PROGRAMME, Mark.RESTRICTED)),
                violation_error_message=_("Notes of a visit stay within the programme; share an observation."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60] or str(self.uid)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        return super().visible(viewer) & of_visit(viewer)


class NoteOther(GuardedPart):
    """What somebody typed into a field of a note that another was typed into later: nothing typed is lost."""

    owners = ("note",)
    note = models.ForeignKey(VisitNote, on_delete=models.CASCADE, related_name="others")
    field = models.CharField(max_length=10)
    value = models.TextField()
    device_at = models.DateTimeField()
    at = models.DateTimeField()
    server_at = models.DateTimeField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")

    class Meta(GuardedPart.Meta):
        ordering = ["note_id", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.note_id} {self.field}"


class ChecklistAnswer(GuardedPart):
    """What was made of one element at one facility, or by the State (facility empty). No row: not looked at.

    Visit, facility and element are its identifier, which every device knows without asking. others: answers that do
    not stand, since a later one was given on another device: [{"looked", "by": number, "at", "device"}].
    """

    owners = ("visit",)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="answers")
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    element = models.CharField(max_length=LONGEST_ELEMENT)
    looked = models.CharField(max_length=13, choices=Looked.choices, default=Looked.NOT_LOOKED_AT)
    device_at = models.DateTimeField()
    at = models.DateTimeField()
    server_at = models.DateTimeField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    device = models.CharField(max_length=64, blank=True)
    others: Any = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "facility_id", "element"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "facility", "element"],
                name="visits_checklist_once",
                violation_error_message=_("This element has its answer already."),
            ),
            models.UniqueConstraint(
                fields=["visit", "element"],
                condition=Q(facility__isnull=True),
                name="visits_checklist_state_once",
                violation_error_message=_("This element has its answer already."),
            ),
            models.CheckConstraint(
                name="visits_checklist_looked",
                condition=Q(looked__in=Looked.values),
                violation_error_message=_("An element was seen, looked for and not seen, or not looked at."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.element} {self.looked}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        return of_visit(viewer)
