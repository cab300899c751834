"""Information that is written once and shared with whom it helps, and who has seen it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common import clock
from roadstead.common.access.guarded import Guarded
from roadstead.common.access.marks import LONGEST_REASON, Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.enums import InformationKind

LONGEST_TITLE = 200  # characters
LONGEST_TEXT = 50_000
READERS = {"authority": "to_authorities", "embassy": "to_embassies", "agency": "to_agencies"}  # by role


class Information(Marked):
    """A note or document with its mark. `uid` is made by who writes it, so that a form sent twice writes once.

    `countries` are those it is about; `states` (of the mark) those it is shared with, and `to_…` who of them reads it:
    an agency that works with a State may be told what the State is not. After its last day nobody outside reads it.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=InformationKind.choices, default=InformationKind.NOTE)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    countries = models.ManyToManyField("registry.Country", related_name="+", blank=True)
    valid_until = models.DateField(_("good until"), null=True, blank=True)
    to_authorities = models.BooleanField(default=True)
    to_embassies = models.BooleanField(default=True)
    to_agencies = models.BooleanField(default=True)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    withdrawn_why = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta(Marked.Meta):
        ordering = ["-changed_at", "-pk"]
        verbose_name_plural = "information"
        indexes = [models.Index(fields=["-changed_at", "-id"], name="engagement_information_latest")]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="engagement_information_title",
                condition=~Q(title=""),
                violation_error_message=_("Give the information a title."),
            ),
            models.CheckConstraint(
                name="engagement_information_kind",
                condition=Q(kind__in=InformationKind.values),
                violation_error_message=_("Information is a note or a document."),
            ),
            models.CheckConstraint(
                name="engagement_information_withdrawn_whole",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_why="")),
                violation_error_message=_("Say why the information is withdrawn."),
            ),
            models.CheckConstraint(
                name="engagement_information_revision",
                condition=Q(revision__gte=1),
                violation_error_message=_("Revisions are counted from one."),
            ),
            models.CheckConstraint(
                name="engagement_information_to_somebody",
                condition=Q(to_authorities=True) | Q(to_embassies=True) | Q(to_agencies=True),
                violation_error_message=_("Choose at least one: authorities, embassies or other agencies."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """As marked; outside of the programme only until its last day, and only by those whom it is to reach."""
        seen = super().visible(viewer)
        if viewer.holds(Permission.READ_PROGRAMME):
            return seen
        in_time = Q(valid_until__isnull=True) | Q(valid_until__gte=clock.today())
        return seen & in_time & (Q(mark=Mark.PUBLIC) | cls._addressed(viewer))

    @classmethod
    def _addressed(cls, viewer: Viewer) -> Q:
        """What is meant for a part that somebody has in a State it is shared with; other parts read as marked."""
        meant = Q(pk__in=())
        for held in viewer.held:
            if Permission.READ_SHARED not in held.permissions:
                continue
            here = Q(**{READERS[held.role]: True}) if held.role in READERS else Q(pk__gt=0)
            if held.scopes is not None:
                codes = sorted(one.value for one in held.scopes if one.kind == ScopeKind.COUNTRY)
                links = cls.states.through._default_manager.filter(country_id__in=codes)
                here &= Q(pk__in=links.values("information_id"))
            meant |= here
        return meant


class Receipt(Guarded):
    """That somebody opened what was shared with a State, and when first. Only its own person and staff read it."""

    information = models.ForeignKey(Information, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    class Meta(Guarded.Meta):
        ordering = ["seen_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["information", "person"],
                name="engagement_receipt_once",
                violation_error_message=_("The receipt was given already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.information_id} {self.person_id}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        seen = Q(information__in=Information.objects.visible_to(viewer))
        staff = viewer.holds(Permission.READ_PROGRAMME)
        return seen if staff else seen & Q(person=viewer.user_id, person__isnull=False)
