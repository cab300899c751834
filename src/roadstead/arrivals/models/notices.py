"""Arrivals that were announced, and every version of the notice that announced them."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.enums import Attention, Disposition, Origin
from roadstead.arrivals.models.verdicts import LONGEST_WORD, OUTCOMES, Judged
from roadstead.common.access.guarded import Guarded, GuardedPart
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer

LONGEST_NAME = 200  # characters


class Arrival(Judged, Guarded):
    """One ship's way to one US port, with the verdict in force. `number` is the version of its notice that counts.

    zone is empty where no source places the port in one Captain of the Port zone. company: whose ship it is, as
    accounts of operators name it. notice_id: of its sender; voyage: the digest of what it says, whoever sends it.
    attention, why: what it wants of the watch; unknown: how many facts are not known; disposition: the last decision.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    ship = models.CharField(_("ship"), max_length=LONGEST_NAME, blank=True)
    imo = models.CharField(_("IMO number"), max_length=7, blank=True)
    flag = models.CharField(_("flag"), max_length=2, blank=True)
    port = models.CharField(_("port"), max_length=5)
    zone = models.ForeignKey("registry.Zone", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    eta = models.DateTimeField(_("expected"))
    received_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    number = models.PositiveIntegerField(default=1)
    company = models.CharField(_("company"), max_length=LONGEST_NAME, blank=True)
    notice_id = models.CharField(_("number of the notice"), max_length=80, blank=True)
    voyage = models.CharField(max_length=80, blank=True)
    attention = models.CharField(max_length=10, choices=Attention.choices, default=Attention.LOOK)
    why = models.CharField(max_length=LONGEST_WORD, blank=True)
    unknown = models.PositiveSmallIntegerField(default=0)
    assigned_to = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    disposition = models.CharField(max_length=20, choices=Disposition.choices, blank=True)
    agent = models.CharField(max_length=LONGEST_NAME, blank=True)
    agent_email = models.CharField(max_length=254, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Guarded.Meta):
        ordering = ["eta", "pk"]
        indexes = [
            models.Index(fields=["attention", "eta", "unknown"], name="arrivals_arrival_queue"),
            models.Index(fields=["zone", "attention", "eta"], name="arrivals_arrival_zone"),
            models.Index(fields=["notice_id"], name="arrivals_arrival_notice"),
            models.Index(fields=["voyage"], name="arrivals_arrival_voyage"),
            models.Index(fields=["company", "eta"], name="arrivals_arrival_company"),
            models.Index(fields=["eta", "id"], name="arrivals_arrival_eta"),
            models.Index(fields=["book"], name="arrivals_arrival_book"),
            models.Index(fields=["imo", "eta"], name="arrivals_arrival_ship"),
        ]
        constraints = [
            models.CheckConstraint(
                name="arrivals_arrival_outcome",
                condition=OUTCOMES,
                violation_error_message=_("Conditions apply, do not apply, or it cannot be told."),
            ),
            models.CheckConstraint(
                name="arrivals_arrival_attention",
                condition=Q(attention__in=Attention.values) & ~Q(attention=Attention.DECIDED, disposition=""),
                violation_error_message=_("Decided is what somebody has decided."),
            ),
            models.UniqueConstraint(
                fields=["voyage", "company"],
                condition=~Q(voyage=""),
                name="arrivals_arrival_one_voyage",
                violation_error_message=_("This voyage was announced already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ship or self.imo or _("a ship without a name"))

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """The programme reads all arrivals; a company those of its own ships."""
        if viewer.holds(Permission.READ_PROGRAMME):
            return Q()
        own = viewer.reach(Permission.READ_OWN_ARRIVALS, ScopeKind.COMPANY)
        return ~Q(company="") if own is None else Q(company__in=own - {""})


class Sending(Guarded):
    """Something that came in with notices: a file, a request, a form. Its receipt; the bytes themselves are not kept.

    told: what became of each notice in it, as rows of place, ship, outcome and words; nothing of people. counts: of
    outcomes.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    sent_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    company = models.CharField(max_length=LONGEST_NAME, blank=True)
    told = models.JSONField(default=list)
    counts = models.JSONField(default=dict)

    class Meta(Guarded.Meta):
        ordering = ["-pk"]
        indexes = [models.Index(fields=["sha256"], name="arrivals_sending_digest")]

    def __str__(self) -> str:
        return self.name or str(self.uid)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """The programme reads all of them; whoever sent one reads that, and so does the company it was sent for."""
        if viewer.holds(Permission.READ_PROGRAMME):
            return Q()
        own = viewer.reach(Permission.READ_OWN_ARRIVALS, ScopeKind.COMPANY)
        ours = ~Q(company="") if own is None else Q(company__in=own - {""})
        return ours if viewer.user_id is None else ours | Q(sent_by=viewer.user_id)


class Received(GuardedPart):
    """One version of a notice, as it was taken in, and nothing of people.

    content: what is judged of it, as `roadstead/notice/1`; stored: all that is kept (`wire.incoming.value.restore`).
    findings: what the law asks and the notice does not say; differences: to the version before; asked: places that were
    not resolved, with the ports that they may be; missing: paths that a verdict wants. All as plain rows.
    """

    owners: ClassVar[tuple[str, ...]] = ("arrival",)

    arrival = models.ForeignKey(Arrival, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    content = models.TextField()
    stored = models.TextField(blank=True)
    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    findings = models.JSONField(default=list)
    differences = models.JSONField(default=list)
    asked = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, unique=True)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    received_at = models.DateTimeField()
    taken_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrival", "number"],
                name="arrivals_received_numbered",
                violation_error_message=_("This version of the notice is there already."),
            ),
            models.UniqueConstraint(
                fields=["arrival"],
                condition=Q(current=True),
                name="arrivals_received_one_current",
                violation_error_message=_("One version of a notice counts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arrival_id}/{self.number}"
