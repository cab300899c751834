"""How the register of facilities changes: imports with a preview, decisions of identity, proposals of partners."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded, GuardedPart
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import ImportState, RequestState, RowOutcome
from roadstead.registry.models.facilities import Facility

LONGEST_WHY = 300  # characters


class FacilityImport(models.Model):
    """One file that was read, and what would become or became of its rows.

    counts: {outcome, or warnings: number}; vanished: numbers that the register has from an export and the file has not.
    """

    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.PREVIEW)
    exported_on = models.DateField(_("day of the export"))
    counts = models.JSONField(default=dict)
    vanished = models.JSONField(default=list)
    read_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    ended_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.file_name} {self.read_at:%Y-%m-%d}"


class FacilityImportRow(models.Model):
    """One row of a file. values: what the row says; problems: [[column, words]].

    changes: {field: [before, in the file, taken | kept | settled]}, see importing.comparing.
    """

    of = models.ForeignKey(FacilityImport, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    number = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=10, choices=RowOutcome.choices)
    values = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    problems = models.JSONField(default=list)

    class Meta:
        ordering = ["of", "line"]
        indexes = [
            models.Index(fields=["of", "outcome", "line"], name="registry_import_row_outcome"),
            models.Index(fields=["number", "of"], name="registry_import_row_number"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["of", "line"],
                name="registry_import_row_once",
                violation_error_message=_("The line was read already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.number}"


class Identity(GuardedPart):
    """A person's decision what a name or number in some source is in the register: a facility, a port, or none of it.

    brought: what the decision wrote: {"names": keys of names, "ports": keys of the entries that got their port}.
    """

    owners = ("facility",)
    text = models.CharField(_("name or number as the source has it"), max_length=200)
    folded = models.CharField(max_length=80)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    where = models.CharField(_("source"), max_length=200)
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True)
    port = models.ForeignKey("registry.Port", on_delete=models.PROTECT, related_name="+", null=True)
    same = models.BooleanField(_("is this one"))
    brought = models.JSONField(default=dict)
    why = models.CharField(max_length=LONGEST_WHY)
    decided_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    reversed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    reversed_at = models.DateTimeField(null=True, blank=True)
    reversed_why = models.CharField(max_length=LONGEST_WHY, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["-decided_at", "-pk"]
        verbose_name_plural = "identities"
        indexes = [models.Index(fields=["country", "folded"], name="registry_identity_text")]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "folded", "where"],
                condition=Q(reversed_at__isnull=True, same=True),
                name="registry_identity_one",
                violation_error_message=_("It was decided already which facility this is."),
            )
        ]

    def __str__(self) -> str:
        return str(self.text)


class Merger(GuardedPart):
    """Two entries of the register that are one facility: which was kept, what was moved, and whether it was undone.

    moved: {kind of record: [their keys]}; before: the fields of the entry kept, as they were.
    """

    owners = ("kept", "merged")
    kept = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+")
    moved = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    why = models.CharField(max_length=LONGEST_WHY)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reversed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    reversed_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="registry_merger_of_two",
                condition=~Q(kept=models.F("merged")),
                violation_error_message=_("An entry is not merged with itself."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.merged_id} into {self.kept_id}"


class FacilityProposal(Guarded):
    """A change that a partner proposes and an officer answers. changes: {field: [as it was, as proposed]}."""

    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+")
    changes = models.JSONField()
    word = models.CharField(_("why"), max_length=LONGEST_WHY, blank=True)
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.OPEN)
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    answered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("the officer's word"), max_length=LONGEST_WHY, blank=True)

    class Meta(Guarded.Meta):
        ordering = ["-proposed_at", "-pk"]
        indexes = [models.Index(fields=["state", "-proposed_at"], name="registry_proposal_open")]

    def __str__(self) -> str:
        return f"{self.facility_id} {self.state}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """Of facilities that one may read: staff all; partners their own State's, officers of a facility its own."""
        readable: Any = Facility.objects.visible_to(viewer)
        if viewer.holds(Permission.READ_PROGRAMME):
            return Q(facility__in=readable)
        return Q(facility__in=readable.filter(Facility.own_of(viewer)))
