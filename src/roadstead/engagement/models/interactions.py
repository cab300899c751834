"""What the programme and others said to each other: when, with whom, about what."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import LONGEST_REASON, Marked
from roadstead.engagement.interaction_enums import InteractionKind, InteractionState, Origin

LONGEST_SUBJECT = 200  # characters
LONGEST_SUMMARY = 20_000
LONGEST_PLACE = 200
LONGEST_ORIGIN = 300
NOT_TAKEN_BACK = ~Q(state=InteractionState.DISCARDED)


class Interaction(Marked):
    """One interaction. `uid` is made by who writes it, so that a form sent twice writes once.

    zone: the zone of `held_at`, as IANA names it. topics: values of Topic, and free words. origin_id: the Message-ID
    of a mail or the UID of an invitation. strangers: [{name, address}] of a file whom nobody matched. origin_said: what
    the invitation said last, by field, with what it says otherwise and a person has not settled yet
    (`actions.updating`). stamps: {field: [when, by whom, revision]} of the last change of each field.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=InteractionKind.choices, default=InteractionKind.MEETING)
    state = models.CharField(max_length=10, choices=InteractionState.choices, default=InteractionState.DRAFT)
    held_on = models.DateField(_("day"))
    held_at = models.TimeField(_("local time"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=64, blank=True)
    place = models.CharField(_("place"), max_length=LONGEST_PLACE, blank=True)
    subject = models.CharField(_("subject"), max_length=LONGEST_SUBJECT)
    summary = models.TextField(_("what was said"), max_length=LONGEST_SUMMARY, blank=True)
    topics = models.JSONField(default=list, blank=True)
    countries = models.ManyToManyField("registry.Country", related_name="+", blank=True)
    contacts: Any = models.ManyToManyField("engagement.Contact", related_name="+", blank=True)
    officers = models.ManyToManyField("accounts.User", related_name="+", blank=True)
    organisations: Any = models.ManyToManyField("registry.Organisation", related_name="+", blank=True)
    origin = models.CharField(max_length=5, choices=Origin.choices, default=Origin.TYPED)
    origin_id = models.CharField(max_length=LONGEST_ORIGIN, blank=True)
    origin_sequence = models.PositiveIntegerField(default=0)
    origin_said = models.JSONField(default=dict, blank=True)
    strangers = models.JSONField(default=list, blank=True)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    stamps = models.JSONField(default=dict)
    completed_at = models.DateTimeField(null=True, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)
    discarded_why = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta(Marked.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["-held_on", "-id"], name="engagement_interaction_latest"),
            models.Index(fields=["origin", "origin_id"], name="engagement_interaction_origin"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="engagement_interaction_subject",
                condition=~Q(subject=""),
                violation_error_message=_("Say what it was about."),
            ),
            models.CheckConstraint(
                name="engagement_interaction_kind",
                condition=Q(kind__in=InteractionKind.values) & Q(origin__in=Origin.values),
                violation_error_message=_("There is no such kind of interaction."),
            ),
            models.CheckConstraint(
                name="engagement_interaction_zone",
                condition=Q(held_at__isnull=True) | ~Q(zone=""),
                violation_error_message=_("A time is said with its zone."),
            ),
            models.CheckConstraint(
                name="engagement_interaction_state",
                condition=Q(state=InteractionState.DRAFT, completed_at__isnull=True, discarded_at__isnull=True)
                | Q(state=InteractionState.COMPLETE, completed_at__isnull=False, discarded_at__isnull=True)
                | (Q(state=InteractionState.DISCARDED, discarded_at__isnull=False) & ~Q(discarded_why="")),
                violation_error_message=_("What is complete says since when; what is taken back says why."),
            ),
            models.UniqueConstraint(
                fields=["origin", "origin_id", "written_by"],
                condition=~Q(origin_id="") & NOT_TAKEN_BACK,
                name="engagement_interaction_origin_once",
                violation_error_message=_("This message or invitation was brought in already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject)
