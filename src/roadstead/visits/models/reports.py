"""The report of a visit: its sections, every version of each, and what the host says beside them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models.observed import of_visit
from roadstead.visits.models.visits import Visit
from roadstead.visits.report_enums import ReportText, SectionKind

LONGEST_SECTION = 30_000  # characters
LONGEST_HEADING = 250


class Report(GuardedPart):
    """The one report of a visit: the programme's work, whoever else reads the visit."""

    owners = ("visit",)
    visit = models.OneToOneField(Visit, on_delete=models.CASCADE, related_name="report")
    begun_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    drafted_at = models.DateTimeField()  # when the records were read last

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id"]

    def __str__(self) -> str:
        return str(self.visit_id)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        return of_visit(viewer)


class ReportSection(GuardedPart):
    """A section of one text. `drafted` is what the records say; it is the text too, until a person edits that.

    revision: raised by every change of `text`.
    """

    owners = ("report",)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    of = models.CharField(max_length=9, choices=ReportText.choices)
    kind = models.CharField(max_length=15, choices=SectionKind.choices)
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    heading = models.CharField(max_length=LONGEST_HEADING)
    position = models.PositiveSmallIntegerField()
    drafted = models.TextField(blank=True)
    text = models.TextField(_("text"), max_length=LONGEST_SECTION, blank=True)
    edited = models.BooleanField(default=False)
    changed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(GuardedPart.Meta):
        ordering = ["report_id", "of", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "of", "kind"],
                condition=Q(facility__isnull=True),
                name="visits_report_section_once",
                violation_error_message=_("The report has this section already."),
            ),
            models.UniqueConstraint(
                fields=["report", "of", "facility"],
                condition=Q(facility__isnull=False),
                name="visits_report_facility_once",
                violation_error_message=_("The report has a section for this facility already."),
            ),
            models.CheckConstraint(
                name="visits_report_section_facility",
                condition=Q(kind=SectionKind.FACILITY, facility__isnull=False)
                | ~Q(kind=SectionKind.FACILITY) & Q(facility__isnull=True),
                violation_error_message=_("A section about a facility names it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of} {self.kind} r{self.revision}"


class ReportVersion(GuardedPart):
    """A section as it stood at one revision."""

    owners = ("section",)
    section = models.ForeignKey(ReportSection, on_delete=models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    drafted = models.BooleanField(default=False)  # written from the records, by nobody
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["section_id", "-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "revision"],
                name="visits_report_version_once",
                violation_error_message=_("Somebody changed the section at the same moment. Send it again."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.section_id} r{self.revision}"
