"""Port facilities: the register, keyed by IMO port facility number where there is one."""

from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.fields import SearchKeyField
from roadstead.registry.enums import Answer, FacilityNameKind
from roadstead.registry.models.parts import Sourced, latitude, longitude

NUMBER = r"^[A-Z]{2}[A-Z0-9]{3}-[0-9]{4}$"


class Facility(Sourced, Marked):
    """A port facility. `corrected` names the fields that a person set, which no import overwrites.

    corrected: {field: {"by": person, "at": instant, "was": what its source says}}. Amounts are by the year.
    """

    number = models.CharField(_("IMO port facility number"), max_length=10, unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=200)
    folded = SearchKeyField(max_length=80)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    port = models.ForeignKey("registry.Port", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    port_name = models.CharField(_("port as its source names it"), max_length=120, blank=True)
    description = models.TextField(_("description"), blank=True, max_length=2_000)
    operator = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    cargo = models.JSONField(_("what it handles"), default=list, blank=True)
    berths = models.PositiveIntegerField(_("berths"), null=True, blank=True)
    draught_m = models.DecimalField(_("draught, metres"), max_digits=4, decimal_places=1, null=True, blank=True)
    calls = models.PositiveIntegerField(_("calls a year"), null=True, blank=True)
    tonnes = models.PositiveBigIntegerField(_("tonnes a year"), null=True, blank=True)
    plan_approved = models.CharField(
        _("security plan approved"), max_length=7, choices=Answer.choices, default=Answer.UNKNOWN
    )
    approved_on = models.DateField(_("plan first approved on"), null=True, blank=True)
    reviewed_on = models.DateField(_("plan reviewed on"), null=True, blank=True)
    soc_issued_on = models.DateField(_("Statement of Compliance issued on"), null=True, blank=True)
    soc_expires_on = models.DateField(_("Statement of Compliance expires on"), null=True, blank=True)
    plan_withdrawn = models.CharField(
        _("security plan withdrawn"), max_length=7, choices=Answer.choices, default=Answer.UNKNOWN
    )
    withdrawn_on = models.DateField(_("plan withdrawn on"), null=True, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    position_note = models.CharField(max_length=200, blank=True)
    corrected = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField(default=1)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(Marked.Meta):
        ordering = ["name", "pk"]
        verbose_name_plural = "facilities"
        indexes = [
            models.Index(fields=["country", "name"], name="registry_facility_by_country"),
            models.Index(fields=["port", "name"], name="registry_facility_by_port"),
            models.Index(fields=["folded"], name="registry_facility_folded"),
            models.Index(fields=["soc_expires_on"], name="registry_facility_soc"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="registry_facility_number",
                condition=Q(number__isnull=True) | Q(number__regex=NUMBER),
                violation_error_message=_("An IMO port facility number looks like NGAPP-0001."),
            ),
            models.CheckConstraint(
                name="registry_facility_name",
                condition=~Q(name=""),
                violation_error_message=_("Give the facility a name."),
            ),
            models.CheckConstraint(
                name="registry_facility_whole_position",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message=_("A position has a latitude and a longitude."),
            ),
            latitude("facility"),
            longitude("facility"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})" if self.number else str(self.name)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """As its mark says; a facility shared with its State is its own security officer's to read, too."""
        own = viewer.reach(Permission.READ_OWN_FACILITY, ScopeKind.FACILITY)
        seen = super().visible(viewer)
        return seen | Q(mark=Mark.PARTNER) & cls._numbered(own) if own else seen

    @classmethod
    def own_of(cls, viewer: Viewer) -> Q:
        """The facilities that are a partner's own: of its State, or the one whose officer it is."""
        states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
        numbers = viewer.reach(Permission.READ_OWN_FACILITY, ScopeKind.FACILITY)
        if states is None or numbers is None:
            return Q(pk__gt=0)
        return Q(country__in=sorted(states)) | cls._numbered(numbers)

    @classmethod
    def _numbered(cls, numbers: Collection[str]) -> Q:
        """The facilities of some numbers, that of an entry merged into them being theirs, too."""
        if not numbers:
            return Q(pk__in=())
        gone = cls.objects.for_the_system("which entry a number leads to").filter(number__in=sorted(numbers))
        kept = gone.filter(merged_into__isnull=False).order_by().values("merged_into")
        return Q(number__in=sorted(numbers)) | Q(pk__in=kept)


class FacilityName(Sourced, GuardedPart):
    """Another name of a facility: an alias, a former name, or how an advisory prints it."""

    owners = ("facility",)
    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=FacilityNameKind.choices)
    folded = SearchKeyField(max_length=80)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["kind", "name"]
        indexes = [models.Index(fields=["folded"], name="registry_facility_name_folded")]
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "name"],
                name="registry_facility_name_once",
                violation_error_message=_("The facility already has this name."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)
