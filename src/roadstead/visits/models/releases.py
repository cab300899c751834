"""The release of a report's texts by two people, and what the host says beside what it was given."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models.observed import of_visit
from roadstead.visits.models.reports import LONGEST_HEADING
from roadstead.visits.models.visits import LONGEST_WHY, Visit
from roadstead.visits.report_enums import ReleaseState, ReportText

R = ReleaseState
LONGEST_COMMENT = 5_000  # characters


class ReportRelease(GuardedPart):
    """A text as it was when somebody asked for its release; what is released is that, and nothing typed later.

    content: [{"section": key, "heading": text, "text": text}]. The host's version is read, once released, by whoever
    may read the visit as its State's partner; the public line, by everyone.
    """

    owners = ("visit",)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="releases")
    of = models.CharField(max_length=9, choices=ReportText.choices)
    content: Any = models.JSONField()
    state = models.CharField(max_length=8, choices=R.choices, default=R.ASKED)
    asked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    settled_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=LONGEST_WHY, blank=True)  # why it was returned

    class Meta(GuardedPart.Meta):
        ordering = ["visit_id", "-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "of"],
                condition=Q(state=R.ASKED),
                name="visits_release_asked_once",
                violation_error_message=_("The release of this text is asked for already."),
            ),
            models.CheckConstraint(
                name="visits_release_second_person",
                condition=~Q(state=R.RELEASED)
                | Q(settled_by__isnull=False, settled_at__isnull=False) & ~Q(settled_by=F("asked_by")),
                violation_error_message=_("A text is released by another person than who asked for it."),
            ),
            models.CheckConstraint(
                name="visits_release_returned",
                condition=(Q(state=R.RETURNED) & ~Q(why="")) | (~Q(state=R.RETURNED) & Q(why="")),
                violation_error_message=_("Say why it is returned."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.of} {self.state}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        shared = Q(visit__in=Visit.objects.visible_to(viewer).order_by().values("pk"))
        released = Q(of=ReportText.PUBLIC) | Q(of=ReportText.HOST) & shared
        return of_visit(viewer) | Q(state=R.RELEASED) & released


class ReportComment(GuardedPart):
    """What the host says beside one section of what was released to it. `uid` is made by the form."""

    owners = ("release",)
    uid = models.UUIDField(unique=True)
    release = models.ForeignKey(ReportRelease, on_delete=models.CASCADE, related_name="comments")
    section = models.CharField(max_length=40)
    heading = models.CharField(max_length=LONGEST_HEADING)
    text = models.TextField(_("comment"), max_length=LONGEST_COMMENT)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["release_id", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.release_id} {self.section}"
