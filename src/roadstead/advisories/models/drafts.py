"""The draft of an edition: the decided cases that it carries, its number and its days."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Marked

LONGEST_TITLE = 200  # characters
LONGEST_NOTES = 5_000
LONGEST_ID = 80
LONGEST_ADDRESS = 500


class DraftState(models.TextChoices):
    """How a draft stands."""

    OPEN = "open", _("open")
    PUBLISHED = "published", _("published")
    DROPPED = "dropped", _("dropped")


class Draft(Marked):
    """A draft. `uid` is made by who begins it. edition: the id under which it lies in the rule book, "" until then.

    number: like 1-26; notice: the citation of the notice in the Federal Register; address: where its text can be read.
    The days are entered by people; the edition takes effect on `effective_on` for each of its cases.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    number = models.CharField(_("number"), max_length=5, blank=True)
    issued_on = models.DateField(_("day of publication"), null=True, blank=True)
    effective_on = models.DateField(_("takes effect on"), null=True, blank=True)
    notice = models.CharField(_("notice in the Federal Register"), max_length=60, blank=True)
    notice_on = models.DateField(_("notice published on"), null=True, blank=True)
    docket = models.CharField(_("docket"), max_length=60, blank=True)
    address = models.URLField(_("where its text can be read"), max_length=LONGEST_ADDRESS, blank=True)
    notes = models.TextField(_("notes"), max_length=LONGEST_NOTES, blank=True)
    state = models.CharField(max_length=9, choices=DraftState.choices, default=DraftState.OPEN)
    drafted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    changed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    published_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    edition = models.CharField(max_length=LONGEST_ID, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="advisories_draft_published",
                condition=Q(state=DraftState.PUBLISHED, published_by__isnull=False, published_at__isnull=False)
                & ~Q(edition="")
                | ~Q(state=DraftState.PUBLISHED) & Q(published_by__isnull=True, published_at__isnull=True, edition=""),
                violation_error_message=_("What is published says by whom, when, and under which id."),
            ),
            models.CheckConstraint(
                name="advisories_draft_second",
                condition=Q(published_by__isnull=True)
                | ~Q(published_by=models.F("drafted_by")) & ~Q(published_by=models.F("changed_by")),
                violation_error_message=_("Somebody publishes it who did not write it."),
            ),
            models.CheckConstraint(
                name="advisories_draft_days",
                condition=Q(issued_on__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(effective_on__gte=models.F("issued_on")),
                violation_error_message=_("It takes effect on the day of publication or later."),
            ),
            models.UniqueConstraint(
                fields=["edition"],
                condition=~Q(edition=""),
                name="advisories_draft_edition",
                violation_error_message=_("There is an edition of this id."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class DraftCase(GuardedPart):
    """A decided case that a draft carries; a case stands in one draft."""

    owners = ("draft", "case")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="cases")
    case = models.ForeignKey("determinations.Case", on_delete=models.PROTECT, related_name="+")

    class Meta(GuardedPart.Meta):
        ordering = ["draft_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                name="advisories_draft_case_once",
                violation_error_message=_("The case stands in a draft already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.case_id)
