"""Address books that are read in: what each entry would become, until somebody confirms it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.engagement.models.people import Contact
from roadstead.registry.enums import ImportState, RowOutcome


class ContactImport(models.Model):
    """One file that was read. What its entries say of people is kept only until it is confirmed or discarded.

    cards: vCards, of which what cannot be read is left out, since nobody mends them by hand.
    """

    file_name = models.CharField(max_length=200)
    cards = models.BooleanField(default=False)
    source = models.CharField(_("where this is from"), max_length=200)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.PREVIEW)
    counts = models.JSONField(default=dict)
    read_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class ContactImportRow(GuardedPart):
    """One entry. values: the texts that it gives; problems: [[column, words]]; contact: whom it meets."""

    owners = ("contact",)
    of = models.ForeignKey(ContactImport, on_delete=models.CASCADE, related_name="+")
    line = models.PositiveIntegerField()
    name = models.CharField(max_length=150, blank=True)
    outcome = models.CharField(max_length=10, choices=RowOutcome.choices)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+", null=True)
    values = models.JSONField(default=dict)
    adds = models.JSONField(default=list)
    problems = models.JSONField(default=list)

    class Meta(GuardedPart.Meta):
        ordering = ["of", "line"]
        indexes = [models.Index(fields=["of", "outcome", "line"], name="engagement_import_row_outcome")]
        constraints = [
            models.UniqueConstraint(
                fields=["of", "line"],
                name="engagement_import_row_once",
                violation_error_message=_("The line was read already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.of_id}: {self.line}"
