"""Links by which a host works on an agenda without an account, what was done with them, and what each has seen."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import GuardedPart
from roadstead.visits.agenda_enums import Use
from roadstead.visits.models.agenda import LONGEST_NAME, Agenda


class AgendaLink(GuardedPart):
    """A link made out to one person. Of its secret a digest alone is kept."""

    owners = ("agenda",)
    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="links")
    uid = models.UUIDField(default=uuid4, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=3, blank=True)
    given_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)  # of a change, by a message
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta(GuardedPart.Meta):
        ordering = ["agenda_id", "-given_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.agenda_id} {self.pk}"


class AgendaUse(GuardedPart):
    """One use of a link: by the person it was made out to, or by who they said they are."""

    owners = ("link",)
    link = models.ForeignKey(AgendaLink, on_delete=models.CASCADE, related_name="uses")
    at = models.DateTimeField()
    what = models.CharField(max_length=10, choices=Use.choices)
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    own = models.BooleanField(null=True)  # None: did not say yet

    class Meta(GuardedPart.Meta):
        ordering = ["link_id", "-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.link_id} {self.what}"


class AgendaLook(GuardedPart):
    """The version up to which somebody said that they have seen the changes."""

    owners = ("agenda",)
    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="looks")
    person = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+", null=True)
    link = models.ForeignKey(AgendaLink, on_delete=models.CASCADE, related_name="looks", null=True)
    version = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta(GuardedPart.Meta):
        constraints = [
            models.CheckConstraint(
                name="visits_agenda_look_whose",
                condition=Q(person__isnull=False, link__isnull=True) | Q(person__isnull=True, link__isnull=False),
                violation_error_message=_("A look is a person’s or a link’s."),
            ),
            models.UniqueConstraint(
                fields=["agenda", "person"],
                condition=Q(person__isnull=False),
                name="visits_agenda_look_person",
                violation_error_message=_("One look for each person."),
            ),
            models.UniqueConstraint(
                fields=["link"],
                condition=Q(link__isnull=False),
                name="visits_agenda_look_link",
                violation_error_message=_("One look for each link."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agenda_id} v{self.version}"
