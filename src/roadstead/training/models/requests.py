"""Requests for training: one of a country for a course, however many ways it came by."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.common.access.marks import Mark, Marked
from roadstead.training.enums import OPEN_REQUESTS, RequestState, Says, Way
from roadstead.training.models.offerings import LONGEST_CODE, LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, Offering


class Request(Marked):
    """A country asks for a course, or an officer asks for it. One that is open is the only one of its kind.

    observation: the shortfall that it answers; equipment: what is asked for besides, "" for nothing.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    course = models.CharField(_("course"), max_length=LONGEST_CODE)
    aims = models.TextField(_("aims"), max_length=LONGEST_TEXT)
    how_many = models.PositiveIntegerField(_("how many people"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=LONGEST_TITLE, blank=True)
    wanted_from = models.DateField(_("not before"), null=True, blank=True)
    wanted_until = models.DateField(_("not after"), null=True, blank=True)
    equipment = models.CharField(_("equipment asked for"), max_length=LONGEST_WHY, blank=True)
    observation = models.ForeignKey(
        "visits.Observation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    offering = models.ForeignKey(Offering, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    state = models.CharField(max_length=9, choices=RequestState.choices, default=RequestState.ASKED)
    state_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["country", "state"], name="training_request_country")]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="training_request_within",
                condition=Q(mark__in=(Mark.PARTNER, Mark.PROGRAMME, Mark.RESTRICTED)),
                violation_error_message=_("A request is between its State and the programme."),
            ),
            models.CheckConstraint(
                name="training_request_state_known",
                condition=Q(state__in=RequestState.values),
                violation_error_message=_("A request has no such state."),
            ),
            models.CheckConstraint(
                name="training_request_why",
                condition=~Q(state__in=(RequestState.DECLINED, RequestState.WITHDRAWN)) | ~Q(state_why=""),
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                name="training_request_offered",
                condition=~Q(state__in=(RequestState.OFFERED, RequestState.DONE)) | Q(offering__isnull=False),
                violation_error_message=_("Say which offering answers it."),
            ),
            models.UniqueConstraint(
                fields=["country", "course", "mark"],
                condition=Q(state__in=OPEN_REQUESTS, mark=Mark.PARTNER),
                name="training_request_one_open",
                violation_error_message=_("The same was asked for already, and is open."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.course}"


class RequestLink(models.Model):
    """A link by which somebody without an account asks once for a country. Of its secret a digest alone is kept."""

    uid = models.UUIDField(default=uuid4, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=LONGEST_TITLE)
    email = models.EmailField(_("e-mail address"))
    given_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-given_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.country_id} {self.pk}"


class Voice(GuardedPart):
    """One time that a request was made: by what way, by whom, in what words. The same asked again is a voice more."""

    owners = ("request",)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="voices")
    uid = models.UUIDField(unique=True)
    way = models.CharField(max_length=9, choices=Way.choices)
    body = models.CharField(_("partner body"), max_length=LONGEST_CODE, blank=True)
    link = models.OneToOneField(RequestLink, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    words = models.TextField(max_length=LONGEST_TEXT, blank=True)
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.request_id} {self.way}"


class GateSaid(GuardedPart):
    """What the programme says of a condition of the law for a request; never changed, only followed."""

    owners: ClassVar[tuple[str, ...]] = ("request",)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="gates")
    gate = models.CharField(max_length=8)
    says = models.CharField(max_length=7, choices=Says.choices)
    why = models.CharField(_("why"), max_length=LONGEST_WHY)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        ordering = ["request_id", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="training_gate_why",
                condition=Q(says__in=Says.values) & ~Q(why=""),
                violation_error_message=_("Say why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.gate}"
