"""People outside the programme: who they are, how they are reached, and which part they had from when until when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Marked
from roadstead.common.fields import SearchKeyField
from roadstead.engagement.enums import Consent, PointKind, PositionKind

LONGEST_WHY = 300  # characters


class Contact(Marked):
    """A person outside the programme. `uid` is that of a vCard, so that an import meets the same person again."""

    uid = models.CharField(max_length=200, blank=True)
    name = models.CharField(_("name"), max_length=150)
    local_name = models.CharField(_("name in its own script"), max_length=150, blank=True)
    folded = SearchKeyField(max_length=80)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    languages = models.JSONField(_("languages, the best first"), default=list, blank=True)
    consent = models.CharField(_("consent to be kept"), max_length=10, choices=Consent.choices, default=Consent.UNKNOWN)
    consent_on = models.DateField(_("consent said on"), null=True, blank=True)
    source = models.CharField(_("where this is from"), max_length=200)
    last_contact_on = models.DateField(_("last contact"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=2_000)
    revision = models.PositiveIntegerField(default=1)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    retired_at = models.DateTimeField(_("not kept in touch with since"), null=True, blank=True)
    forgotten_at = models.DateTimeField(_("name taken away"), null=True, blank=True)

    class Meta(Marked.Meta):
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["folded"], name="engagement_contact_folded"),
            models.Index(fields=["country", "name"], name="engagement_contact_country"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="engagement_contact_name",
                condition=~Q(name=""),
                violation_error_message=_("Give the person a name."),
            ),
            models.UniqueConstraint(
                fields=["uid"],
                condition=~Q(uid=""),
                name="engagement_contact_uid",
                violation_error_message=_("This person of the address book is kept already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class ContactPoint(GuardedPart):
    """An e-mail address or telephone number of a person, as it is written and as it is compared."""

    owners = ("contact",)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="points")
    kind = models.CharField(max_length=6, choices=PointKind.choices)
    value = models.CharField(max_length=200)
    compared = SearchKeyField(max_length=200)
    label = models.CharField(_("what it is for"), max_length=40, blank=True)
    preferred = models.BooleanField(default=False)

    class Meta(GuardedPart.Meta):
        ordering = ["kind", "-preferred", "pk"]
        indexes = [models.Index(fields=["kind", "compared"], name="engagement_point_compared")]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "kind", "compared"],
                name="engagement_point_once",
                violation_error_message=_("The person already has this address or number."),
            ),
            models.UniqueConstraint(
                fields=["contact", "kind"],
                condition=Q(preferred=True),
                name="engagement_point_one_preferred",
                violation_error_message=_("One address, and one number, is the preferred one."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.value)


class Position(GuardedPart):
    """What a person is, or was, at an organisation or a facility. An open end is today; an open beginning not known."""

    owners = ("contact",)  # its place is named where that may be read, too
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="positions")
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    facility = models.ForeignKey("registry.Facility", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(_("part"), max_length=10, choices=PositionKind.choices)
    title = models.CharField(_("title"), max_length=150, blank=True)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_until = models.DateField(_("until, that day not included"), null=True, blank=True)
    source = models.CharField(max_length=200)

    class Meta(GuardedPart.Meta):
        ordering = ["-valid_from", "-pk"]
        indexes = [
            models.Index(fields=["organisation", "kind", "-valid_from"], name="engagement_position_at"),
            models.Index(fields=["facility", "kind", "-valid_from"], name="engagement_position_facility"),
        ]
        constraints = [
            models.CheckConstraint(
                name="engagement_position_somewhere",
                condition=Q(organisation__isnull=False) | Q(facility__isnull=False),
                violation_error_message=_("A part is played at an organisation or a facility."),
            ),
            models.CheckConstraint(
                name="engagement_position_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gt=models.F("valid_from")),
                violation_error_message=_("It ends after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.kind}"


class ContactMerger(GuardedPart):
    """Two entries that are one person: what was moved, and whether it was undone."""

    owners = ("kept", "merged")
    kept = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
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
                name="engagement_merger_of_two",
                condition=~Q(kept=models.F("merged")),
                violation_error_message=_("An entry is not merged with itself."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.merged_id} into {self.kept_id}"


class ToldApart(GuardedPart):
    """Two entries that look like one person, and are two: somebody looked. `one` has the smaller key."""

    owners = ("one", "other")
    one = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=LONGEST_WHY)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"],
                name="engagement_apart_once",
                violation_error_message=_("These two were told apart already."),
            ),
            models.CheckConstraint(
                name="engagement_apart_order",
                condition=Q(one__lt=models.F("other")),
                violation_error_message=_("An entry is not told apart from itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} is not {self.other_id}"
