"""Measures that a ship takes in a port: the log of a call, its entries, what was reported of it, and the receipts."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.models.notices import LONGEST_NAME
from roadstead.common.access.guarded import Guarded, GuardedPart
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.core.chain import START
from roadstead.core.logbook import Entry

LONGEST_DEVICE = 64


class MeasuresLog(Guarded):
    """The log of one call of a ship, begun before there need be any notice. It holds pictures.

    uid: made by the form, so that what is sent twice is there once. length, head: how many entries, and the digest of
    the last. The watch reads it once something of it was reported.
    """

    holds_files = True  # its pictures are read by whoever reads the log
    mark = Mark.PROGRAMME  # how files of it are kept: by nobody in between

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    company = models.CharField(_("company"), max_length=LONGEST_NAME)
    imo = models.CharField(_("IMO number"), max_length=7)
    ship = models.CharField(_("ship"), max_length=LONGEST_NAME, blank=True)
    country = models.CharField(_("country"), max_length=2)
    port = models.CharField(_("port"), max_length=5, blank=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default=START)
    begun_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    reported_at = models.DateTimeField(_("reported"), null=True, blank=True)

    class Meta(Guarded.Meta):
        ordering = ["-begun_at", "-pk"]
        indexes = [
            models.Index(fields=["imo", "begun_at"], name="arrivals_log_ship"),
            models.Index(fields=["company", "begun_at"], name="arrivals_log_company"),
        ]
        constraints = [
            models.CheckConstraint(
                name="arrivals_log_company_named",
                condition=~Q(company=""),
                violation_error_message=_("A log belongs to a company."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ship or self.imo}, {self.port or self.country}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """A company reads its own; the programme what was reported."""
        if viewer.holds(Permission.READ_PROGRAMME):
            return Q(reported_at__isnull=False)
        own = viewer.reach(Permission.READ_OWN_ARRIVALS, ScopeKind.COMPANY)
        return Q() if own is None else Q(company__in=own - {""})


class LogEntry(GuardedPart):
    """One entry of a log; the database refuses to change it. content: plain values (`core.logbook`)."""

    owners: ClassVar[tuple[str, ...]] = ("log",)

    log = models.ForeignKey(MeasuresLog, on_delete=models.CASCADE, related_name="entries")
    number = models.PositiveIntegerField()
    uid = models.UUIDField()
    kind = models.CharField(max_length=12)
    content = models.JSONField(default=dict)
    corrects = models.CharField(max_length=36, blank=True)
    typed_at = models.CharField(max_length=40)
    came_at = models.CharField(max_length=40)
    device_at = models.CharField(max_length=40, blank=True)
    device = models.CharField(max_length=LONGEST_DEVICE, blank=True)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta(GuardedPart.Meta):
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["log", "number"],
                name="arrivals_logentry_numbered",
                violation_error_message=_("This number is another entry’s."),
            ),
            models.UniqueConstraint(
                fields=["log", "uid"],
                name="arrivals_logentry_once",
                violation_error_message=_("This entry is there already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.number}: {self.kind}"

    @property
    def value(self) -> Entry:
        """The entry as its digest covers it."""
        return Entry(
            number=self.number,
            uid=str(self.uid),
            kind=self.kind,
            content=self.content,
            corrects=self.corrects,
            typed_at=self.typed_at,
            came_at=self.came_at,
            by=self.written_by_id,
        )


class MeasuresReport(GuardedPart):
    """A report to the Captain of the Port: what the log came to then, up to the entry `number` with the digest `head`.

    measures: as of a call of a notice. arrived, departed: of the stay, as the log had it.
    """

    owners: ClassVar[tuple[str, ...]] = ("log",)

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    log = models.ForeignKey(MeasuresLog, on_delete=models.CASCADE, related_name="reports")
    number = models.PositiveIntegerField()
    head = models.CharField(max_length=64)
    measures = models.JSONField(default=dict)
    arrived = models.DateTimeField(null=True, blank=True)
    departed = models.DateTimeField(null=True, blank=True)
    reported_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.number}"


class Applied(GuardedPart):
    """A report that went into what is judged of an arrival: into which call of which version of its notice."""

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    arrival = models.ForeignKey("arrivals.Arrival", on_delete=models.CASCADE, related_name="applied")
    report = models.ForeignKey(MeasuresReport, on_delete=models.PROTECT, related_name="applied")
    version = models.PositiveIntegerField()
    place = models.PositiveSmallIntegerField()
    applied_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.arrival_id}/{self.version}: {self.report_id}"


class Receipt(GuardedPart):
    """A signed receipt of a report (`publication.receipt`), as it was given. sha256: of the whole file."""

    owners: ClassVar[tuple[str, ...]] = ("log",)

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    log = models.ForeignKey(MeasuresLog, on_delete=models.CASCADE, related_name="receipts")
    report = models.ForeignKey(MeasuresReport, on_delete=models.PROTECT, related_name="receipts")
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    issued_at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.uid)
